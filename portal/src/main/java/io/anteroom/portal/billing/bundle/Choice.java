package io.anteroom.portal.billing.bundle;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.bundle.PatientBundles;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import java.util.Set;

/**
 * The invoices that several can be chosen of.
 *
 * @param rows at least two, the earliest due on top
 * @param chosen those that are ticked
 * @param errors what is wrong with what was chosen
 */
public record Choice(List<InvoiceRow> rows, Set<InvoiceId> chosen, FormErrors errors) {

    /** Whether that one is ticked. */
    public boolean has(InvoiceRow row) {
        return chosen.contains(row.id());
    }

    /** So many at most, to be said where there are more. */
    public int most() {
        return PatientBundles.MOST;
    }

    /** Whether there are more than can be paid at once. */
    public boolean tooMany() {
        return rows.size() > most();
    }
}
