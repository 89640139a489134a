package dev.knet.compile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says in plain words why nothing could be written, and what to do. */
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1;

    OutputException(String message) {
        super(message);
    }

    private OutputException(String message, IOException cause) {
        super(message, cause);
    }

    static OutputException inTheWay(Path file, String why) {
        return new OutputException(file + " is in the way: " + why);
    }

    static OutputException notWritable(Path folder) {
        return new OutputException(
                "no permission to write into " + folder + ". Change that, or choose another output folder");
    }

    /** The same trouble for people: the JDK's own messages are often a file's name and nothing else. */
    static OutputException of(IOException trouble, String state) {
        return trouble instanceof OutputException plain
                ? plain
                : new OutputException("cannot write the output: " + reason(trouble) + ". " + state, trouble);
    }

    private static String reason(IOException trouble) {
        if (trouble instanceof AccessDeniedException denied) {
            return denied.getFile() + " (permission denied)";
        }
        if (trouble instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getFile() + " (" + failed.getReason() + ")";
        }
        String message = String.valueOf(trouble.getMessage());
        return trouble.getClass() == IOException.class
                ? message
                : message + " (" + trouble.getClass().getSimpleName() + ")";
    }
}
