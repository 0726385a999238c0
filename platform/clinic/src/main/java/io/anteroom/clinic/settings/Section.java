package io.anteroom.clinic.settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of the portal that a clinic switches on or off. Names are stored. */
public enum Section {
    /** Bookings, past and to come. */
    APPOINTMENTS,
    /** Plans, notes and results. */
    CLINICAL_RECORDS,
    /** What is owed and paid. */
    INVOICES,
    /** Saved cards. */
    PAYMENT_METHODS,
    /** Forms to fill in. */
    QUESTIONNAIRES,
    /** Files, both ways. */
    DOCUMENTS,
    /** Contact details and preferences. */
    PROFILE;

    /** The sections that have pages; the others can be stored but are offered to nobody. */
    private static final Set<Section> BUILT =
            Set.of(APPOINTMENTS, CLINICAL_RECORDS, INVOICES, PAYMENT_METHODS, QUESTIONNAIRES, DOCUMENTS, PROFILE);

    /** Whether there are pages for it. */
    public boolean built() {
        return BUILT.contains(this);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<Section> ofCodes(String[] codes) {
        return Arrays.stream(codes)
                .map(code -> valueOf(code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }
}
