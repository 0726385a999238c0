package io.anteroom.clinic.reading;

import java.util.List;
import java.util.Optional;

/**
 * What one statement has read of two features.
 *
 * @param rows the list
 * @param beside what was read beside it
 */
public record Together<R, T>(List<R> rows, Optional<T> beside) {

    /** Copies the list. */
    public Together {
        rows = List.copyOf(rows);
    }
}
