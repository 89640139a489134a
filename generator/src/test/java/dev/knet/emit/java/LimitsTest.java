package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is too much for one expression, one method or one class of Java is divided, and is the same all the same. */
class LimitsTest {

    /** The rest is inherited from a class that other packages do not see; they call it all the same. */
    @Test
    void moreThingsThanAClassHasRoomFor() {
        Sample sample = sample(many(2_010, i -> "existing pod w" + i + " { }\n") + "service w0 for w0 on tcp/80\n"
                + "service w999 for w999 on tcp/80\n");
        Map<String, String> sources = new LinkedHashMap<>();
        sample.java().forEach(artifact -> sources.put(artifact.path(), artifact.text()));
        sources.put("org/other/Caller.java", """
                package org.other;
                import com.acme.Big;
                /** Of a test. */
                public final class Caller {
                    private Caller() {}
                    /** {@return what is on both sides} */
                    public static String call() {
                        return Big.w0().policies() + Big.W0_SERVICE_HOST + Big.w999Service().host()
                                + Big.w999().policies() + Big.W999_SERVICE_HOST + Big.w0Service().host();
                    }
                }
                """);
        Compiled compiled = Compiled.of(sources);
        assertThat(compiled.types()).contains("com.acme.Big", "com.acme.Big__2").doesNotContain("com.acme.Big__3");
        assertThat(compiled.call("org.other.Caller", "call")).isEqualTo("[]w0w999[]w999w0");
    }

    @Test
    void moreServicesThanAMethodHasRoomFor() {
        compiled("pod web { image \"nginx\" }\n" + many(120, i -> "service s" + i + " for web on tcp/80\n"));
    }

    @Test
    void morePoliciesThanAClassHasRoomFor() {
        Compiled compiled = compiled("namespace n {\n"
                + many(700, i -> "policy p" + i + " { pods(a=b" + i + ") allows anyone on tcp/" + (i + 1) + " }\n")
                + "}");
        assertThat(compiled.types()).anyMatch(name -> name.endsWith("$Part_2"));
    }

    @Test
    void aWorkloadWithMoreOfEverythingThanAnExpressionHasRoomFor() {
        compiled("deployment web { image \"nginx\"\n"
                + "labels " + joined(300, i -> "l" + i + "=v" + i)
                + "\ncommand " + joined(500, i -> "\"c" + i + "\"")
                + "\n" + many(3_000, i -> "env E" + i + " = \"" + i + "\"\n")
                + many(1_000, i -> "port tcp/" + (i + 1) + "\n") + "}");
    }

    @Test
    void manyContainersOfMiddleSize() {
        compiled("deployment web {\n"
                + many(
                        40,
                        i -> "container c" + i + " { image \"nginx\"\n" + many(30, k -> "env E" + k + " = \"\"\n")
                                + "}\n")
                + "}");
    }

    @Test
    void aRuleWithMorePeersThanAMethodHasRoomFor() {
        compiled("existing pod target { }\ntarget allows "
                + joined(2_000, i -> "10." + i / 250 + "." + i % 250 + ".0/24") + " on tcp/80");
    }

    @Test
    void aPolicyWithManyRules() {
        compiled("existing pod target { }\n"
                + many(600, i -> "target allows 10." + i / 250 + "." + i % 250 + ".0/24 on tcp/" + (i + 1) + "\n"));
    }

    private static Compiled compiled(String statements) {
        return sample(statements).compiled();
    }

    private static Sample sample(String statements) {
        return Sample.of("package com.acme\ntopology big\n" + statements);
    }

    private static String many(int count, IntFunction<String> statement) {
        return IntStream.range(0, count).mapToObj(statement).collect(Collectors.joining());
    }

    private static String joined(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
    }
}
