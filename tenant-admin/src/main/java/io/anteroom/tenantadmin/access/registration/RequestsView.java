package io.anteroom.tenantadmin.access.registration;

import io.anteroom.clinic.access.registration.RegistrationPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of requests to match.
 *
 * @param first the list's first page, or null where this is it
 * @param next where the list goes on, or null where it doesn't
 */
public record RequestsView(
        List<RequestRow> rows,
        @Nullable String first,
        @Nullable String next) {

    static RequestsView of(RegistrationPage page, boolean later) {
        return new RequestsView(
                page.rows().stream().map(RequestRow::of).toList(),
                later ? RequestRow.base() : null,
                page.next().map(last -> RequestRow.base() + "?after=" + last).orElse(null));
    }
}
