package io.anteroom.tenantadmin.search;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.lookup.Matches;
import java.util.List;

/**
 * What was found.
 *
 * @param base the address of the organisation's home page
 * @param typed what was typed
 * @param matches the patients and invoices
 * @param pages the pages
 */
public record SearchView(String base, String typed, Matches matches, List<Destination> pages, Formats formats) {

    /** Whether there is nothing to show for what was typed. */
    public boolean nothing() {
        return matches.patients().isEmpty() && matches.invoices().isEmpty() && pages.isEmpty();
    }

    /** How much was found, for those who hear it. */
    public String spoken() {
        int found = matches.patients().size() + matches.invoices().size() + pages.size();
        return switch (found) {
            case 0 -> "Nothing found";
            case 1 -> "1 result";
            default -> found + " results";
        };
    }
}
