package io.anteroom.tenantadmin.access.link;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.AccessOverview;
import io.anteroom.clinic.access.credential.Credential;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.Option;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How a link reaches a patient: shown at the desk, or sent to what the record or the account has. */
@Component
class Delivery {

    static final String SHOWN = "shown";

    private static final String ENTERED = " (entered by the person, not from the record: confirm who they are first)";

    private final AccessOverview overview;
    private final RegistrationRequests registrations;

    Delivery(AccessOverview overview, RegistrationRequests registrations) {
        this.overview = overview;
        this.registrations = registrations;
    }

    List<Option> options(Patient patient) {
        var entered = registrations.enteredBy(patient.id());
        return Stream.concat(
                        Stream.of(new Option(SHOWN, "Show it here, to copy or scan")),
                        addresses(patient)
                                .map(address -> new Option(
                                        code(address),
                                        "Send it " + words(address) + (entered.contains(address) ? ENTERED : ""))))
                .toList();
    }

    /** The address that was chosen, if it is one of the patient's. */
    Optional<SignInAddress> chosen(Patient patient, String code) {
        return addresses(patient).filter(address -> code(address).equals(code)).findFirst();
    }

    static String words(SignInAddress address) {
        return address.channel() == CredentialChannel.EMAIL
                ? "by email to " + address.value()
                : "by text message to "
                        + new MobileNumber(address.value())
                                .format(CurrentTenant.get().country());
    }

    private Stream<SignInAddress> addresses(Patient patient) {
        var own = overview.of(patient.id()).credentials().stream().map(Credential::address);
        var email = patient.email()
                .map(EmailAddress::value)
                .map(value -> new SignInAddress(CredentialChannel.EMAIL, value));
        var mobile = patient.mobile()
                .map(MobileNumber::value)
                .map(value -> new SignInAddress(CredentialChannel.MOBILE, value));
        return Stream.of(own, email.stream(), mobile.stream())
                .flatMap(addresses -> addresses)
                .distinct();
    }

    private static String code(SignInAddress address) {
        return (address.channel() == CredentialChannel.EMAIL ? "email:" : "mobile:") + address.value();
    }
}
