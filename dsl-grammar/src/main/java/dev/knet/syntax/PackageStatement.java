package dev.knet.syntax;

import dev.knet.source.Span;

/** `package com.acme.shop`: the Java package of the generated API. */
public record PackageStatement(String name, Span span) implements Statement {
    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
