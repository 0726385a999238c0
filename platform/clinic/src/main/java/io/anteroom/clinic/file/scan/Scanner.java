package io.anteroom.clinic.file.scan;

import java.io.IOException;
import java.io.InputStream;

/** Asks about one content. */
@FunctionalInterface
public interface Scanner {

    /** Where none is set. */
    Scanner NONE = content -> new Verdict.NotAsked();

    /**
     * Reads {@code content} to its end and says what is in it.
     *
     * @throws IOException if the content cannot be read; a scanner that fails is a {@link Verdict.Unreachable}
     */
    Verdict scan(InputStream content) throws IOException;
}
