package dev.knet.source;

/** A line and a column, both counted from 1, as people and editors count them; the column counts UTF-16 units. */
public record Position(int line, int column) {}
