package io.anteroom.tenantadmin.patient;

import java.util.Locale;

/** How many of something, in words: {@code 1 patient}, {@code 1,234 patients}. */
public final class Counted {

    private Counted() {}

    /**
     * The number with its noun.
     *
     * @param one the noun for one, which takes an s for any other number
     */
    public static String of(long number, String one) {
        return String.format(Locale.UK, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }
}
