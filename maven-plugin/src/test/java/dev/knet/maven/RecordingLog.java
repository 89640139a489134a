package dev.knet.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what is logged, with its level, as Maven would print it. */
final class RecordingLog extends SystemStreamLog {
    final List<String> messages = new ArrayList<>();

    /** As with {@code mvn -q}. */
    boolean isQuiet;

    @Override
    public boolean isInfoEnabled() {
        return !isQuiet;
    }

    @Override
    public void info(CharSequence message) {
        if (!isQuiet) {
            messages.add("[INFO] " + message);
        }
    }

    @Override
    public void warn(CharSequence message) {
        messages.add("[WARNING] " + message);
    }

    @Override
    public void error(CharSequence message) {
        messages.add("[ERROR] " + message);
    }
}
