package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;

/** A policy that has been read, and what it comes to when all other objects are known. */
interface Unfinished {
    NativePolicy finish(Surroundings surroundings);
}
