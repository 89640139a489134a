package dev.knet.reach.policy;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.PolicyObject;
import java.util.function.Function;

/** A policy of any kind. */
sealed interface Policed {
    <R> R fold(Function<PolicyObject, R> portable, Function<NativePolicy, R> other);

    /** A NetworkPolicy. */
    record Portable(PolicyObject policy) implements Policed {
        @Override
        public <R> R fold(Function<PolicyObject, R> portable, Function<NativePolicy, R> other) {
            return portable.apply(policy);
        }
    }

    /** A policy of another kind. */
    record Native(NativePolicy policy) implements Policed {
        @Override
        public <R> R fold(Function<PolicyObject, R> portable, Function<NativePolicy, R> other) {
            return other.apply(policy);
        }
    }
}
