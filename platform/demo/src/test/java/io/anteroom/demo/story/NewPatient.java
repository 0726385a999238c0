package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.demo.RunningDemo;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A patient of the demo's clinic whom no other test knows, so that codes asked for by others don't count. Tests may choose the
 * same first name: the family names differ.
 */
record NewPatient(String givenName, String familyName, String email) {

    private static final Actor.Staff DESK = new Actor.Staff("desk", "Robin Desk");
    private static final AtomicInteger MADE = new AtomicInteger();

    /** Registers them at Harbour Physiotherapy, and sets what they sign in with. */
    static NewPatient at(RunningDemo demo, String givenName) {
        var familyName = "Lowe" + (char) ('a' + MADE.getAndIncrement());
        var patient = new NewPatient(givenName, familyName, address(givenName, familyName));
        var application = demo.application();
        CurrentTenant.run(demo.tenant("harbour"), () -> {
            var registered = application
                    .getBean(PatientRecords.class)
                    .register(PatientDetails.of(givenName, familyName, LocalDate.of(1980, 3, 27)), false, DESK);
            assertThat(registered).isInstanceOf(Registered.Created.class);
            var id = ((Registered.Created) registered).id();
            assertThat(application
                            .getBean(OnlineAccess.class)
                            .configure(id, new WantedCredentials(patient.email(), "", true), DESK))
                    .isEqualTo(new Configured.Saved());
        });
        return patient;
    }

    private static String address(String givenName, String familyName) {
        return (givenName + "@" + familyName + ".example").toLowerCase(Locale.ROOT);
    }

    String name() {
        return givenName + " " + familyName;
    }

    /** The name as lists have it. */
    String listed() {
        return familyName + ", " + givenName;
    }
}
