package com.acme.deploy;

/** Where the shop runs. */
enum Stage {
    STAGING(1),
    PRODUCTION(4);

    private final int replicas;

    Stage(int replicas) {
        this.replicas = replicas;
    }

    /** How many pods each part of the shop has there. */
    int replicas() {
        return replicas;
    }
}
