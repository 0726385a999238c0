package io.anteroom.clinic.file.scan;

/** What the scanner says. */
public sealed interface Verdict {

    /** Nothing that it knows. */
    record Clean() implements Verdict {}

    /**
     * Something that it knows.
     *
     * @param name what it calls it
     */
    record Infected(String name) implements Verdict {}

    /** It did not answer, or not what was asked. */
    record Unreachable() implements Verdict {}

    /** There is none. */
    record NotAsked() implements Verdict {}
}
