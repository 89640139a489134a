package dev.knet.lower.cni;

import java.util.Optional;
import java.util.Set;

/**
 * Whether a plugin enforces something: always, never, or depending on a switch, and what happens in the cluster where it
 * does not.
 */
public record Support(When when, Optional<String> cniSwitch, String otherwise) {

    /** On what it depends. */
    public enum When {
        ALWAYS,
        NEVER,
        WITH,
        WITHOUT
    }

    /** Whether it is enforced by a plugin with these switches. */
    public boolean isEnforcedWith(Set<String> switches) {
        return switch (when) {
            case ALWAYS -> true;
            case NEVER -> false;
            case WITH -> cniSwitch.filter(switches::contains).isPresent();
            case WITHOUT -> cniSwitch.filter(switches::contains).isEmpty();
        };
    }

    /** As a cell of a table. */
    public String cell() {
        return switch (when) {
            case ALWAYS -> "yes";
            case NEVER -> "no";
            case WITH -> "with `" + cniSwitch.orElseThrow() + "`";
            case WITHOUT -> "without `" + cniSwitch.orElseThrow() + "`";
        };
    }
}
