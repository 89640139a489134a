package dev.knet.architecture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A compiled class and every class it names: in code, signatures and annotations, as its constant pool says (chapter 4.4
 * of the Java Virtual Machine Specification). What javac copies into the class, a constant of another class, leaves no
 * name behind.
 */
record ClassFile(String name, Set<String> uses) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

    static ClassFile read(InputStream bytes) throws IOException {
        var in = new DataInputStream(bytes);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(4); // minor and major version
        int size = in.readUnsignedShort();
        var texts = new String[size];
        var isLiteral = new boolean[size];
        var classes = new int[size];
        for (int i = 1; i < size; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7 -> classes[i] = in.readUnsignedShort();
                case 8 -> isLiteral[in.readUnsignedShort()] = true;
                case 5, 6 -> { // long and double take two places
                    in.skipNBytes(8);
                    i++;
                }
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 15 -> in.skipNBytes(3);
                case 16, 19, 20 -> in.skipNBytes(2);
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        in.skipNBytes(2); // access flags
        String self = texts[classes[in.readUnsignedShort()]];

        var uses = new TreeSet<String>();
        for (int i = 1; i < size; i++) {
            if (classes[i] != 0 && !texts[classes[i]].startsWith("[")) {
                uses.add(dotted(texts[classes[i]]));
            }
            if (texts[i] != null && !isLiteral[i]) {
                IN_DESCRIPTOR
                        .matcher(texts[i])
                        .results()
                        .map(found -> dotted(found.group(1)))
                        .forEach(uses::add);
            }
        }
        uses.remove(dotted(self));
        return new ClassFile(dotted(self), uses);
    }

    String packageName() {
        return packageOf(name);
    }

    static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
