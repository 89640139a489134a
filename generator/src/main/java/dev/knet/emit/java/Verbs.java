package dev.knet.emit.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.knet.model.Direction;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods with which a sentence in Java begins: `allows` and `reaches`, of what can be its subject. */
final class Verbs {
    private static final String ISOLATES_INGRESS =
            "With that it is isolated: nobody reaches it but whom a sentence names, here or in the file.";
    private static final String ISOLATES_EGRESS =
            "With that it is isolated: it reaches nobody but whom a sentence names, here or in the file.";

    private final JavaNames names;

    Verbs(JavaNames names) {
        this.names = names;
    }

    /** In the direction in which such a sentence isolates its subject, called so, which may be so already. */
    List<MethodSpec> of(Direction direction, String subject, Optional<ClassName> port, boolean isIsolated) {
        return direction == Direction.INGRESS
                ? List.of(allows(subject, port, isIsolated))
                : List.of(reachesPorted(subject, isIsolated), reachesPortless(subject, isIsolated));
    }

    private MethodSpec allows(String subject, Optional<ClassName> port, boolean isIsolated) {
        TypeName sentence = port.<TypeName>map(it -> ParameterizedTypeName.get(names.runtime("PortedSentence"), it))
                .orElse(names.runtime("PortlessSentence"));
        ClassName peer = names.runtime("Peer");
        return MethodSpec.methodBuilder("allows")
                .addJavadoc(
                        """
                        Lets others reach it, as {@code $L allows ...} does in the file. $L

                        @param source who may reach it
                        @param more who else may
                        @return the sentence$L""",
                        subject,
                        isIsolated ? "It is isolated already: this adds to who may." : ISOLATES_INGRESS,
                        port.isPresent()
                                ? ", about all its ports unless it says which"
                                : ", which has to say the ports")
                .addModifiers(Modifier.PUBLIC)
                .returns(sentence)
                .addParameter(peer, "source")
                .addParameter(ArrayTypeName.of(peer), "more")
                .varargs()
                .addStatement("return allowing(this, source, more)")
                .build();
    }

    private MethodSpec reachesPorted(String subject, boolean isIsolated) {
        ClassName bound = names.runtime("TargetPort");
        TypeVariableName port = TypeVariableName.get("P", bound);
        return MethodSpec.methodBuilder("reaches")
                .addJavadoc(reachesDoc(subject, isIsolated))
                .addJavadoc("""

                        @param target whom it may reach
                        @param <P> the ports of the target
                        @return the sentence, about all of the target's ports unless it says which""")
                .addModifiers(Modifier.PUBLIC)
                .addTypeVariable(port)
                .returns(ParameterizedTypeName.get(names.runtime("PortedSentence"), TypeVariableName.get("P")))
                .addParameter(
                        ParameterizedTypeName.get(names.runtime("PortedPeer"), TypeVariableName.get("P")), "target")
                .addStatement("return reaching(this, target)")
                .build();
    }

    private MethodSpec reachesPortless(String subject, boolean isIsolated) {
        return MethodSpec.methodBuilder("reaches")
                .addJavadoc(reachesDoc(subject, isIsolated))
                .addJavadoc("""

                        @param target whom it may reach
                        @return the sentence, which has to say the ports""")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.runtime("PortlessSentence"))
                .addParameter(names.runtime("PortlessPeer"), "target")
                .addStatement("return reaching(this, target)")
                .build();
    }

    private static CodeBlock reachesDoc(String subject, boolean isIsolated) {
        return CodeBlock.of(
                "Lets it reach others, as {@code $L reaches ...} does in the file. $L\n",
                subject,
                isIsolated ? "It is isolated already: this adds to whom it may." : ISOLATES_EGRESS);
    }
}
