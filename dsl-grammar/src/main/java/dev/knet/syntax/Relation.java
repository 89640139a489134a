package dev.knet.syntax;

/** A statement about who may talk to whom. */
public sealed interface Relation extends Member permits Sentence, Isolation {

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Member.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    /** One answer for each kind of relation. */
    interface Visitor<R> {
        R visit(Sentence sentence);

        R visit(Isolation isolation);
    }
}
