package io.anteroom.clinic.patient.intake;

import java.util.Locale;

/** How far a file has come. */
public enum ImportState {
    /** Its rows are staged; staff say which column is what. */
    MAPPING,
    /** The worker reads every row. */
    CHECKING,
    /** Every row was read; staff look at what is wrong and decide. */
    CHECKED,
    /** The worker adds the patients. */
    IMPORTING,
    /** The patients are there. */
    DONE;

    static ImportState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the worker is at it. */
    public boolean underway() {
        return this == CHECKING || this == IMPORTING;
    }
}
