package io.anteroom.clinic.access.grant;

import java.util.List;

/**
 * Published within the transaction when the moments at which parents' access is limited or over may have moved: the clinic's
 * rule of ages was changed, or a birth date corrected.
 *
 * @param opened whose access opens more than before; they may be thousands
 */
public record AgesMoved(List<AccessWidened> opened) {

    /** Copies the list. */
    public AgesMoved {
        opened = List.copyOf(opened);
    }
}
