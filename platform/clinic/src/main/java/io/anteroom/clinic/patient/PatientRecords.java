package io.anteroom.clinic.patient;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds patients and changes their details, each with its entry in the audit log. */
@Component
public class PatientRecords {

    private final Patients patients;
    private final PatientSearch search;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PatientRecords(
            Patients patients,
            PatientSearch search,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transaction) {
        this.patients = patients;
        this.search = search;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Adds a patient.
     *
     * @param evenIfKnown whether staff saw the patients of the same name and birth date, and this is another person
     */
    public Registered register(PatientDetails details, boolean evenIfKnown, Actor by) {
        return transact(() -> add(details, evenIfKnown, by));
    }

    /**
     * Changes a patient's details.
     *
     * @param version the {@link Patient#version()} that whoever changes it has seen
     */
    public Changed change(PatientId id, int version, PatientDetails details, Actor by) {
        return transact(() -> replace(id, version, details, by));
    }

    /** Who loses a race for a number in the other system goes again, and then sees who has it. */
    private <T> T transact(Supplier<T> work) {
        try {
            return transaction.execute(_ -> work.get());
        } catch (DataIntegrityViolationException numberTaken) {
            return transaction.execute(_ -> work.get());
        }
    }

    private Registered add(PatientDetails details, boolean evenIfKnown, Actor by) {
        Optional<PatientId> holder = holdersOfNumber(details).findFirst();
        if (holder.isPresent()) {
            return new Registered.NumberTaken(holder.get());
        }
        List<PatientRow> known = evenIfKnown ? List.of() : search.sameAs(details);
        if (!known.isEmpty()) {
            return new Registered.PossiblyKnown(known);
        }
        PatientId id = patients.save(new Patient(details, by, clock.instant())).id();
        audit.record(by, AuditEntry.ofRecord(AuditAction.PATIENT_CREATED, id.value()));
        return new Registered.Created(id);
    }

    private Changed replace(PatientId id, int version, PatientDetails details, Actor by) {
        Optional<Patient> found = patients.lockById(id.value());
        if (found.isEmpty()) {
            return new Changed.Gone();
        }
        Patient patient = found.get();
        if (patient.version() != version) {
            return new Changed.Meanwhile(patient);
        }
        Optional<PatientId> holder =
                holdersOfNumber(details).filter(other -> !other.equals(id)).findFirst();
        if (holder.isPresent()) {
            return new Changed.NumberTaken(holder.get());
        }
        DetailChanges changes = DetailChanges.between(patient.details(), details);
        if (!changes.none()) {
            boolean anotherAge = !patient.birthDate().equals(details.birthDate());
            patient.change(details, by, clock.instant());
            audit.record(by, changes.on(AuditEntry.ofRecord(AuditAction.PATIENT_CHANGED, id.value())));
            if (anotherAge) {
                patients.flush();
                events.publishEvent(new BirthDateChanged(id, by));
            }
        }
        return new Changed.Saved();
    }

    private Stream<PatientId> holdersOfNumber(PatientDetails details) {
        return Stream.ofNullable(details.externalId())
                .flatMap(number -> patients.findByExternalId(number).stream())
                .map(PatientId::new);
    }
}
