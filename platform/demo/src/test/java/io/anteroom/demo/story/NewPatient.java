package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.Configured;
import io.anteroom.clinic.access.OnlineAccess;
import io.anteroom.clinic.access.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.demo.RunningDemo;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.Locale;

/** A patient of the demo's clinic whom no other test knows, so that codes asked for by others don't count. */
record NewPatient(String name, String email) {

    private static final Actor.Staff DESK = new Actor.Staff("desk", "Robin Desk");

    /** Registers them at Harbour Physiotherapy, and sets what they sign in with. */
    static NewPatient at(RunningDemo demo, String givenName) {
        var patient = new NewPatient(givenName + " Lowe", givenName.toLowerCase(Locale.ROOT) + "@lowe.example");
        var application = demo.application();
        CurrentTenant.run(demo.tenant("harbour"), () -> {
            var registered = application
                    .getBean(PatientRecords.class)
                    .register(PatientDetails.of(givenName, "Lowe", LocalDate.of(1980, 3, 27)), false, DESK);
            assertThat(registered).isInstanceOf(Registered.Created.class);
            var id = ((Registered.Created) registered).id();
            assertThat(application
                            .getBean(OnlineAccess.class)
                            .configure(id, new WantedCredentials(patient.email(), "", true), DESK))
                    .isEqualTo(new Configured.Saved());
        });
        return patient;
    }
}
