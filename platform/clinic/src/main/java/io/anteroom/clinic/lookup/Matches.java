package io.anteroom.clinic.lookup;

import java.util.List;

/**
 * What was found, the best first.
 *
 * @param patients at most {@value #MOST_PATIENTS}
 * @param invoices at most {@value #MOST_INVOICES}
 */
public record Matches(List<PatientMatch> patients, List<InvoiceMatch> invoices) {

    static final int MOST_PATIENTS = 6;
    static final int MOST_INVOICES = 4;
    static final Matches NONE = new Matches(List.of(), List.of());

    /** Copies the lists. */
    public Matches {
        patients = List.copyOf(patients);
        invoices = List.copyOf(invoices);
    }
}
