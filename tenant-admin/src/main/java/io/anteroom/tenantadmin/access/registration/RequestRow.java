package io.anteroom.tenantadmin.access.registration;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.registration.Registration;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Moments;
import java.util.List;

/**
 * An account that somebody opened, as it is listed.
 *
 * @param url where staff decide
 * @param origin how it began, in words
 * @param appointment when the person comes, or empty
 */
public record RequestRow(
        String url, String name, String born, String contact, String origin, String since, String appointment) {

    static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/patients/requests";
    }

    static String url(AccountId account) {
        return base() + "/" + account;
    }

    static RequestRow of(Registration registration) {
        return of(registration, List.of());
    }

    /** @param booked what the person booked, the first one first */
    static RequestRow of(Registration registration, List<Appointment> booked) {
        return new RequestRow(
                url(registration.account()),
                registration.applicant().fullName(),
                Moments.day(registration.applicant().birthDate()),
                contact(registration.contact()),
                origin(registration),
                Moments.moment(registration.madeAt()),
                booked.stream()
                        .filter(appointment -> appointment.state() != AppointmentState.CANCELLED)
                        .findFirst()
                        .map(appointment -> Moments.moment(appointment.local()))
                        .orElse(""));
    }

    private static String contact(SignInAddress address) {
        return address.channel() == CredentialChannel.EMAIL
                ? address.value()
                : new MobileNumber(address.value()).format(CurrentTenant.get().country());
    }

    private static String origin(Registration registration) {
        return switch (registration.origin()) {
            case BOOKING -> "Booked online";
            case FORM -> "Filled in a form";
            default -> "Opened an account";
        };
    }
}
