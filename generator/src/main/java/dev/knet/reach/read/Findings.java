package dev.knet.reach.read;

import dev.knet.reach.objects.Finding;
import dev.knet.reach.objects.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is to be said, each thing once and only so much of it. */
final class Findings {
    private static final int MOST = 100;

    private final List<Finding> kept = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private int errors;
    private int more;
    private int moreErrors;

    void error(Origin origin, String message) {
        add(new Finding(true, origin, message));
    }

    void warning(Origin origin, String message) {
        add(new Finding(false, origin, message));
    }

    private void add(Finding finding) {
        errors += finding.isError() ? 1 : 0;
        if (!said.contains(key(finding))) {
            if (kept.size() < MOST) {
                said.add(key(finding));
                kept.add(finding);
            } else {
                more++;
                moreErrors += finding.isError() ? 1 : 0;
            }
        }
    }

    private static String key(Finding finding) {
        return finding.origin() + "\n" + finding.message();
    }

    /** How many errors there were so far, to see whether there are new ones. */
    int errors() {
        return errors;
    }

    /** Whether there is nothing more to learn: errors are there, and no room for others. */
    boolean areEnough() {
        return moreErrors > 0;
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(kept);
        if (more > 0) {
            String why = areEnough() ? "there is more to be said, not all was read" : more + " more like these";
            all.add(new Finding(moreErrors > 0, kept.get(kept.size() - 1).origin(), why));
        }
        return all;
    }
}
