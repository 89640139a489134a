package dev.knet.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.grammar.KnetLexer;
import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.testing.Corpus;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.antlr.v4.runtime.misc.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is looked at more often than a few times: counted, not timed. */
final class LinearTimeTest {
    /** `service NAME allows allows NAME`: what the last word is decides what the first was. */
    private static final int FARTHEST_WORD = 6;

    private static final int MOST_LOOKS = 4;

    static Stream<String> texts() {
        Stream<String> lists = HostileFilesTest.lists()
                .map(list -> list.get()[0] + ((String) list.get()[1]).repeat(500) + list.get()[2]);
        return Stream.concat(Corpus.all().stream().map(Corpus::text), lists);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theParserLooksAFewWordsAhead(String text) {
        SourceFile file = SourceFile.of("x.knet", text);
        Problems problems = new Problems();
        SyntaxErrors errors = new SyntaxErrors(file, problems);
        CommonTokenStream tokens = Parser.tokens(file);
        TreeBuilder builder = new TreeBuilder(file, tokens, new Literals(file, problems));
        KnetParser parser = Parser.parser(tokens, errors, builder);
        parser.setProfile(true);
        Parser.statements(parser, errors, problems, builder);
        for (DecisionInfo decision : parser.getParseInfo().getDecisionInfo()) {
            assertThat(Math.max(decision.SLL_MaxLook, decision.LL_MaxLook))
                    .as("decision %s", decision)
                    .isLessThanOrEqualTo(FARTHEST_WORD);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theLexerLooksAtEachCharacterAFewTimes(String text) {
        CountingStream stream = new CountingStream(new Utf16CharStream(SourceFile.of("x.knet", text)));
        KnetLexer lexer = new KnetLexer(stream);
        lexer.removeErrorListeners();
        lexer.getAllTokens();
        assertThat(stream.looks).isLessThanOrEqualTo(MOST_LOOKS * (text.length() + 1L));
    }

    /** Counts how often a character is looked at. */
    private static final class CountingStream implements CharStream {
        private final CharStream stream;
        private long looks;

        CountingStream(CharStream stream) {
            this.stream = stream;
        }

        @Override
        public int LA(int distance) {
            looks++;
            return stream.LA(distance);
        }

        @Override
        public void consume() {
            stream.consume();
        }

        @Override
        public int mark() {
            return stream.mark();
        }

        @Override
        public void release(int marker) {
            stream.release(marker);
        }

        @Override
        public int index() {
            return stream.index();
        }

        @Override
        public void seek(int index) {
            stream.seek(index);
        }

        @Override
        public int size() {
            return stream.size();
        }

        @Override
        public String getSourceName() {
            return stream.getSourceName();
        }

        @Override
        public String getText(Interval interval) {
            return stream.getText(interval);
        }
    }
}
