package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The static methods of a generated class. A method holds 64 KB of code and a class 65,535 constants, so what is too
 * much for one is divided: into several methods, and into classes within the class.
 */
final class StaticMethods {
    private static final int MOST_STATEMENTS = 100;
    private static final int HEAVIEST_METHOD = 2_000;
    private static final int HEAVIEST_CLASS = 6_000;

    private final ClassName owner;
    private final TypeSpec.Builder type;
    /** Of the class itself; they go behind its other methods. */
    private final List<MethodSpec> own = new ArrayList<>();

    private final List<TypeSpec.Builder> parts = new ArrayList<>();
    private ClassName current;
    private int weight;
    private int divided;

    StaticMethods(ClassName owner, TypeSpec.Builder type) {
        this.owner = owner;
        this.type = type;
        this.current = owner;
    }

    /** How to call a method. */
    record Call(ClassName owner, ClassName in, String method) {

        /** From the class and those within it. */
        Code fromWithin(String arguments) {
            String call = method + "(" + arguments + ")";
            return in.equals(owner) ? Code.of(call) : Code.of("$T." + call, in);
        }

        Code fromElsewhere() {
            return Code.of("$T." + method + "()", in);
        }
    }

    private MethodSpec.Builder part() {
        divided++;
        return MethodSpec.methodBuilder("part_" + divided).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    }

    /** The call of a method that returns this. */
    Code returning(TypeName type, Code value) {
        MethodSpec method = part().returns(type)
                .addStatement(value.between("return ", "").block())
                .build();
        return add(method, value.weight()).fromWithin("");
    }

    /** The call of a method that returns what is made first, once these statements have told it the rest. */
    Code told(TypeName type, Code made, String variable, List<Code> statements) {
        MethodSpec method = part().returns(type)
                .addStatement(
                        made.between("$T " + variable + " = ", "").with(type).block())
                .addCode(statements(type, variable, statements))
                .addStatement("return $N", variable)
                .build();
        return add(method, Math.min(weight(statements), HEAVIEST_METHOD)).fromWithin("");
    }

    /** The call of a method that returns a list or map, which these statements fill. */
    Code filling(TypeName type, Class<?> implementation, String variable, List<Code> statements) {
        MethodSpec method = part().returns(type)
                .addStatement("$T $N = new $T<>()", type, variable, implementation)
                .addCode(statements(type, variable, statements))
                .addStatement("return $N", variable)
                .build();
        return add(method, Math.min(weight(statements), HEAVIEST_METHOD)).fromWithin("");
    }

    Call add(MethodSpec method, int methodWeight) {
        if (weight > 0 && weight + methodWeight > HEAVIEST_CLASS) {
            startPart();
        }
        weight += methodWeight;
        if (parts.isEmpty()) {
            own.add(method);
        } else {
            parts.get(parts.size() - 1).addMethod(method);
        }
        return new Call(owner, current, method.name());
    }

    private void startPart() {
        current = owner.nestedClass("Part_" + (parts.size() + 2));
        weight = 0;
        parts.add(TypeSpec.classBuilder(current.simpleName())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build()));
    }

    /** The class, with the classes within it that came to be needed. */
    TypeSpec build() {
        type.addMethods(own);
        parts.forEach(part -> type.addType(part.build()));
        return type.build();
    }

    /** These statements, or calls of methods that hold them. They may use the variable, of this type. */
    CodeBlock statements(TypeName type, String variable, List<Code> statements) {
        List<List<Code>> groups = groups(statements);
        CodeBlock.Builder out = CodeBlock.builder();
        for (List<Code> group : groups) {
            out.add(groups.size() == 1 ? sequence(group) : moved(group, type, variable));
        }
        return out.build();
    }

    private CodeBlock moved(List<Code> group, TypeName type, String variable) {
        MethodSpec method =
                part().addParameter(type, variable).addCode(sequence(group)).build();
        return CodeBlock.builder()
                .addStatement(add(method, weight(group)).fromWithin(variable).block())
                .build();
    }

    private static List<List<Code>> groups(List<Code> statements) {
        List<List<Code>> groups = new ArrayList<>();
        int room = 0;
        for (Code statement : statements) {
            room -= statement.weight();
            if (groups.isEmpty() || room < 0 || groups.get(groups.size() - 1).size() == MOST_STATEMENTS) {
                groups.add(new ArrayList<>());
                room = HEAVIEST_METHOD - statement.weight();
            }
            groups.get(groups.size() - 1).add(statement);
        }
        return groups;
    }

    private static CodeBlock sequence(List<Code> statements) {
        CodeBlock.Builder out = CodeBlock.builder();
        statements.forEach(statement -> out.addStatement(statement.block()));
        return out.build();
    }

    private static int weight(List<Code> statements) {
        return statements.stream().mapToInt(Code::weight).sum();
    }
}
