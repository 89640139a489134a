package dev.knet.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.grammar.KnetLexer;
import dev.knet.syntax.Peer;
import dev.knet.syntax.Port;
import dev.knet.syntax.Sentence;
import dev.knet.testing.Checked;
import dev.knet.testing.Corpus;
import dev.knet.testing.TreeDump;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every word of the language is a name too. The cases names.knet, bare-peers.knet and bare-ports.knet hold the places
 * with `zed` for a name; their trees must be the same with any keyword for it.
 */
final class KeywordsTest {
    private static final Map<String, Class<? extends Peer>> PEERS = Map.of(
            "pods", Peer.Pods.class,
            "anyone", Peer.Anyone.class,
            "dns", Peer.Dns.class,
            "internet", Peer.Internet.class,
            "nodes", Peer.Nodes.class,
            "apiserver", Peer.Apiserver.class);
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");

    static Stream<String> keywords() {
        return IntStream.rangeClosed(1, KnetLexer.VOCABULARY.getMaxTokenType())
                .mapToObj(KnetLexer.VOCABULARY::getLiteralName)
                .filter(Objects::nonNull)
                .map(literal -> literal.substring(1, literal.length() - 1))
                .filter(literal -> literal.matches("[a-z][a-z0-9-]*"));
    }

    static Stream<String> bareNames() {
        return keywords().filter(word -> !PEERS.containsKey(word));
    }

    static Stream<String> portNames() {
        return keywords().filter(word -> !PROTOCOLS.contains(word));
    }

    @Test
    void theVocabularyHasTheKeywords() {
        assertThat(keywords()).hasSizeGreaterThan(40).contains("service", "kube-dns", "tcp", "allows", "pods");
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void nameIn(String keyword) {
        assertSameTree("names", keyword);
    }

    @ParameterizedTest
    @MethodSource("bareNames")
    void barePeer(String keyword) {
        assertSameTree("bare-peers", keyword);
    }

    @ParameterizedTest
    @MethodSource("portNames")
    void portName(String keyword) {
        assertSameTree("bare-ports", keyword);
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void bareWordOfThePeerTable(String keyword) {
        Class<? extends Peer> peer = PEERS.getOrDefault(keyword, Peer.Named.class);
        Sentence sentence = sentence(keyword + ", " + keyword + " allow " + keyword);
        assertThat(sentence.subjects()).hasSize(2).allMatch(peer::isInstance);
        assertThat(sentence.objects()).hasSize(1).allMatch(peer::isInstance);
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void bareWordOfThePortTable(String keyword) {
        Class<? extends Port> port = PROTOCOLS.contains(keyword) ? Port.AllOf.class : Port.Named.class;
        assertThat(sentence("a allows b on " + keyword + ", " + keyword).ports())
                .hasSize(2)
                .allMatch(port::isInstance);
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void oneWordAlone(String keyword) {
        Checked.parse(keyword);
        Checked.parse(keyword + " {");
        Checked.parse(keyword + " " + keyword + " " + keyword + " " + keyword + " " + keyword);
    }

    private static Sentence sentence(String text) {
        return (Sentence) Checked.tree(text).statements().get(0);
    }

    private static void assertSameTree(String name, String keyword) {
        String text = Corpus.text(Corpus.CASES.resolve("parse/" + name + ".knet"));
        String expected = TreeDump.withoutSpans(Checked.tree(text)).replace("zed", keyword);
        String actual = TreeDump.withoutSpans(Checked.tree(text.replaceAll("\\bzed\\b", keyword)));
        assertThat(actual).isEqualTo(expected);
    }
}
