package dev.knet.reach.objects;

/**
 * Where an object was read.
 *
 * @param file as messages call it; empty for what came from code
 * @param line of the object's first line with something in it, from 1; 0 for what came from code
 */
public record Origin(String file, int line) {
    public static final Origin CODE = new Origin("", 0);

    /** Of what nobody has read: somebody says that it is there, and some of its labels. */
    public static final Origin HEARSAY = new Origin("hearsay", 0);

    /** {@code policies.yaml:12}; empty for what came from code. */
    @Override
    public String toString() {
        return file.isEmpty() ? "" : file + ":" + line;
    }
}
