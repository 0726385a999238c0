package io.anteroom.clinic.file;

/** What came of opening a file. */
public sealed interface Opening {

    /** Its content. */
    record Opened(FileContent content) implements Opening {}

    /** It waits for the scanner. */
    record Waiting() implements Opening {}

    /** The scanner refused it, and its content is gone. */
    record Infected() implements Opening {}

    /** There is none of that number. */
    record NotThere() implements Opening {}
}
