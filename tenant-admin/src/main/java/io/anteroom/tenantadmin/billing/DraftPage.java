package io.anteroom.tenantadmin.billing;

import io.anteroom.webkit.form.Option;
import java.util.List;

/**
 * What is around the form of an invoice.
 *
 * @param url where the form is sent
 * @param back where to go without saving
 * @param item what was typed to find a price by
 */
public record DraftPage(String title, String patientName, String url, String back, String item) {

    DraftPage(String title, String patientName, String url, String back) {
        this(title, patientName, url, back, "");
    }

    /** The same with what was typed to find a price by. */
    DraftPage typed(String what) {
        return new DraftPage(title, patientName, url, back, what);
    }

    /** Whether a price contains its tax. */
    public static final List<Option> PRICE_IS =
            List.of(new Option("false", "Without tax"), new Option("true", "With tax"));
}
