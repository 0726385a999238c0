package io.anteroom.clinic.file.store;

import java.io.Closeable;
import java.io.IOException;

/** Sealed pieces of one content, one after the other. */
public interface SealedPieces extends Closeable {

    /**
     * The next one.
     *
     * @param length how long it has to be
     * @throws IOException if it cannot be had, or is shorter
     */
    byte[] next(int length) throws IOException;
}
