package io.anteroom.portal.billing;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.bundle.Seen;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a form says which invoice is meant and what was due on it when the form was shown. */
public final class SeenInvoice {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9]{1,18})");

    private SeenInvoice() {}

    /** What the form sends for it. */
    public static String value(InvoiceId invoice, long dueMinor) {
        return invoice + ":" + dueMinor;
    }

    /** What such a form has sent; nothing where it is none of ours. */
    public static Optional<Seen> read(String value) {
        Matcher read = WRITTEN.matcher(value);
        return read.matches()
                ? Optional.of(new Seen(new InvoiceId(Long.parseLong(read.group(1))), Long.parseLong(read.group(2))))
                : Optional.empty();
    }
}
