package dev.knet.syntax;

import dev.knet.source.Span;

/**
 * `// knet:allow KNET0412 reason`: on the statement below, that warning is meant. The rule and the reason are as they are
 * written, and empty where they are left out.
 */
public record Allowance(String rule, String reason, Span span) implements Node {}
