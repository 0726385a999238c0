package io.anteroom.clinic.profile;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.Changed;
import io.anteroom.clinic.patient.ContactDetails;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Patients;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wishes to have contact details changed, as staff see and answer them. Whoever calls has asked for {@code EDIT_PATIENTS}. */
@Component
@Transactional
public class ProfileDesk {

    private static final int PAGE = 50;

    private final ProfileRows rows;
    private final Patients patients;
    private final PatientRecords records;
    private final ProfileAudit audit;
    private final ProfileNews news;
    private final Clock clock;

    ProfileDesk(
            ProfileRows rows,
            Patients patients,
            PatientRecords records,
            ProfileAudit audit,
            ProfileNews news,
            Clock clock) {
        this.rows = rows;
        this.patients = patients;
        this.records = records;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Those that wait, the oldest first.
     *
     * @param next behind which the list goes on, or null where it doesn't
     */
    public record Queue(List<ProfileChange> rows, @Nullable ProfileChangeId next) {

        /** Copies the list. */
        public Queue {
            rows = List.copyOf(rows);
        }
    }

    /** A wish and the record as it is now. */
    public record Compared(ProfileChange change, Patient patient) {

        /** What the record says of a field now. */
        public String now(PatientField field) {
            return ContactTexts.stored(patient.details(), field);
        }
    }

    /** A page of those that wait, from behind {@code after}. */
    @Transactional(readOnly = true)
    public Queue waiting(@Nullable ProfileChangeId after) {
        var found = rows.waiting(after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new Queue(shown, found.size() > PAGE ? shown.getLast().id() : null);
    }

    /** One of them, answered or not. */
    @Transactional(readOnly = true)
    public Optional<Compared> find(ProfileChangeId id) {
        return rows.find(id)
                .flatMap(change -> patients.find(change.patient()).map(patient -> new Compared(change, patient)));
    }

    /**
     * Answers one, and puts on the record what was agreed to.
     *
     * @param version the {@link Patient#version()} that whoever answers has seen
     * @param approved the fields agreed to; others than it asks for are left out
     * @param message for who asked, or null
     */
    public Answered answer(
            ProfileChangeId id, int version, Set<PatientField> approved, @Nullable String message, Actor.Staff by) {
        var found = rows.find(id);
        if (found.isEmpty()) {
            return new Answered.NotThere();
        }
        // the record first and the wish after it, as merging does: else each could wait for the other
        var locked = patients.lockById(found.get().patient().value());
        var taken = rows.take(id);
        if (taken.isEmpty()) {
            return new Answered.NotThere();
        }
        var change = taken.get();
        if (!change.waits()) {
            return new Answered.Before();
        }
        if (locked.filter(one -> one.id().equals(change.patient()))
                .filter(one -> one.version() == version)
                .isEmpty()) {
            return new Answered.Meanwhile();
        }
        var patient = locked.get();
        var agreed = change.fields().stream()
                .map(FieldChange::field)
                .filter(approved::contains)
                .toList();
        if (!(records.change(patient.id(), version, wanted(patient.details(), change, agreed), by)
                instanceof Changed.Saved)) {
            throw new IllegalStateException("Contact details were refused under the record's lock");
        }
        rows.answer(id, agreed, message, by.name(), clock.instant());
        audit.answered(change, agreed, by);
        news.answered(change, agreed.size());
        return new Answered.Done(change.patient());
    }

    private static PatientDetails wanted(PatientDetails stored, ProfileChange change, List<PatientField> agreed) {
        Map<PatientField, String> texts = new EnumMap<>(PatientField.class);
        ContactDetails.FIELDS.forEach(field -> texts.put(field, ContactTexts.stored(stored, field)));
        change.fields().stream()
                .filter(field -> agreed.contains(field.field()))
                .forEach(field -> texts.put(field.field(), field.wanted()));
        return stored.reachedBy(ContactTexts.read(texts));
    }
}
