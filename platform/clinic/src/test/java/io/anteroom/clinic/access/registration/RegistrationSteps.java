package io.anteroom.clinic.access.registration;

import static io.anteroom.clinic.access.Clinic.ROSA;
import static io.anteroom.clinic.access.Clinic.browser;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionToken;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalSetup;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people who open an account do in a test, at the clinic that is bound. */
@Component
class RegistrationSteps {

    static final String ANNA = "anna@example.org";
    static final LocalDate BORN = LocalDate.of(1980, 3, 27);
    static final Applicant APPLICANT = new Applicant("Ánna", "LEE", BORN);

    private final Clinic clinic;
    private final Registrations registrations;
    private final RegistrationRequests requests;
    private final PortalSetup portal;

    RegistrationSteps(Clinic clinic, Registrations registrations, RegistrationRequests requests, PortalSetup portal) {
        this.clinic = clinic;
        this.registrations = registrations;
        this.requests = requests;
        this.portal = portal;
    }

    SessionToken register(String email) {
        lettingStrangersIn(true);
        var browser = ask(email);
        clinic.send(7);
        return Clinic.token(clinic.enter(browser, "000 007"));
    }

    /** Those nobody has decided on, the longest waiting first. */
    List<Registration> open() {
        return requests.open(Optional.empty()).rows();
    }

    void lettingStrangersIn(boolean on) {
        portal.switchTo(ROSA, true);
        clinic.run("update __tenant__.authentication_settings set self_registration = " + on);
    }

    /** A patient whose name is the same, however it is written. */
    PatientId patientLike(Applicant applicant) {
        var patient = clinic.patient("Anna");
        clinic.run("update __tenant__.patient set given_key = 'anna' where id = " + patient);
        assertThat(applicant.birthDate()).isEqualTo(BORN);
        return patient;
    }

    BrowserToken ask(String email) {
        return browser(registrations.ask(APPLICANT, AccountOrigin.REGISTRATION, email(email), askedFrom()));
    }

    static SignInAddress email(String value) {
        return SignInAddress.email(value).orElseThrow();
    }

    static AskedFrom askedFrom() {
        return askedFrom("192.0.2.1");
    }

    static AskedFrom askedFrom(String network) {
        return new AskedFrom("north.anteroom.example", InetAddress.ofLiteral(network), null);
    }
}
