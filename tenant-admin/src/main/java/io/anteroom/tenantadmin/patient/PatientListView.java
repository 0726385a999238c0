package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.patient.PatientPage;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.webkit.Pagination;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list as it is shown, with the addresses of its other orders and pages.
 *
 * @param base the list's address without a query
 * @param query what was typed
 * @param country whose way of writing phone numbers is used
 */
public record PatientListView(String base, String query, PatientSort sort, PatientPage page, String country) {

    /** The address of the list in that order, or in the other one if it is in that order already. */
    public String sorted(PatientSort by, PatientSort otherwise) {
        return url(sort == by ? otherwise : by, 1);
    }

    /** How the list is sorted by a column of these two orders, for {@code aria-sort}. */
    public @Nullable String ariaSort(PatientSort up, PatientSort down) {
        if (sort == up) {
            return "ascending";
        }
        return sort == down ? "descending" : null;
    }

    /** The way through the pages. */
    public Pagination pages() {
        return new Pagination(page.number(), PatientPage.SIZE, page.total(), number -> url(sort, number));
    }

    /** How many there are, in words, for those who hear the page. */
    public String found() {
        return Counted.of(page.total(), "patient");
    }

    private String url(PatientSort by, long number) {
        return UriComponentsBuilder.fromPath(base)
                .queryParam("q", "{q}")
                .queryParam("sort", by.code())
                .queryParam("page", number)
                .encode()
                .buildAndExpand(query)
                .toUriString();
    }
}
