package io.anteroom.clinic.patient;

import io.anteroom.clinic.audit.Actor;
import java.time.LocalDate;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Patients, audit, staff, finding and counting alone, and the words the tests of them share. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({
    "io.anteroom.clinic.patient",
    "io.anteroom.clinic.audit",
    "io.anteroom.clinic.staff",
    "io.anteroom.clinic.lookup",
    "io.anteroom.clinic.usage"
})
@EnableJpaRepositories("io.anteroom.clinic.patient")
@EntityScan("io.anteroom.clinic.patient")
public class PatientSlice {

    public static final Actor.Staff RECEPTION = new Actor.Staff("subject-reception", "Rita Reception");
    public static final LocalDate BORN = LocalDate.of(1980, 3, 27);

    public static PatientDetails anna() {
        return PatientDetails.of("Anna", "Smith", BORN);
    }
}
