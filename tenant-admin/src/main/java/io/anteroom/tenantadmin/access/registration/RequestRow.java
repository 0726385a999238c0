package io.anteroom.tenantadmin.access.registration;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.registration.Registration;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Moments;

/**
 * An account that somebody opened, as it is listed.
 *
 * @param url where staff decide
 * @param origin how it began, in words
 */
public record RequestRow(String url, String name, String born, String contact, String origin, String since) {

    static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/patients/requests";
    }

    static String url(AccountId account) {
        return base() + "/" + account;
    }

    static RequestRow of(Registration registration) {
        return new RequestRow(
                url(registration.account()),
                registration.applicant().fullName(),
                Moments.day(registration.applicant().birthDate()),
                contact(registration.contact()),
                origin(registration),
                Moments.moment(registration.madeAt()));
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
