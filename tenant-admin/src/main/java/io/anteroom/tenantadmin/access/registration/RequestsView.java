package io.anteroom.tenantadmin.access.registration;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.registration.RegistrationPage;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import java.util.List;
import java.util.Map;
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

    /** @param booked what these people booked */
    static RequestsView of(RegistrationPage page, Map<AccountId, List<Appointment>> booked, boolean later) {
        return new RequestsView(
                page.rows().stream()
                        .map(one -> RequestRow.of(one, booked.getOrDefault(one.account(), List.of())))
                        .toList(),
                later ? RequestRow.base() : null,
                page.next().map(last -> RequestRow.base() + "?after=" + last).orElse(null));
    }
}
