package dev.knet.reach.read;

/** The controller of an object, by kind and name; it is in the same namespace. */
record Owner(String kind, String name) {
    static final Owner NONE = new Owner("", "");

    /** The controller among {@code metadata.ownerReferences}; a node has its static pods, but does not make them alike. */
    static Owner of(Field metadata) {
        for (Field reference : metadata.get("ownerReferences").items()) {
            Field isController = reference.get("controller");
            if (isController.isPresent() && isController.flag()) {
                Owner owner = new Owner(
                        reference.get("kind").requiredText(),
                        reference.get("name").requiredText());
                return owner.kind.equals("Node") ? NONE : owner;
            }
        }
        return NONE;
    }

    boolean isNone() {
        return kind.isEmpty() || name.isEmpty();
    }
}
