package dev.knet.resolve;

import dev.knet.parse.Parsed;

/** A file that was read, and its path below the folder of the sources, with `/` between folders. */
public record ParsedFile(String path, Parsed parsed) {}
