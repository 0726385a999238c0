package io.anteroom.clinic.profile;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.ContactDetails;
import io.anteroom.clinic.patient.DateOrder;
import io.anteroom.clinic.patient.DetailsReader;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.patient.ReadDetails;
import io.anteroom.clinic.reading.Beside;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What patients, and those who act for them, do with contact details. */
@Component
@Transactional
public class ProfileChanges {

    /** So long an answer of the clinic is shown. */
    private static final Duration SHOWN = Duration.ofDays(30);

    /** So often an account may ask on one day of the clinic, of whomever. */
    private static final int MOST_A_DAY = 5;

    private final Patients patients;
    private final PatientRecords records;
    private final ProfileRules rules;
    private final ProfileRows rows;
    private final ProfileAudit audit;
    private final Clock clock;

    ProfileChanges(
            Patients patients,
            PatientRecords records,
            ProfileRules rules,
            ProfileRows rows,
            ProfileAudit audit,
            Clock clock) {
        this.patients = patients;
        this.records = records;
        this.rules = rules;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of taking something back. */
    public enum TakenBack {
        DONE,
        /** The clinic has answered it meanwhile. */
        ANSWERED,
        NOT_THERE
    }

    /** The details of a patient whom the one who asks may see, as far as that goes. */
    @Transactional(readOnly = true)
    public Optional<Profile> of(VisibleChart chart, PatientId id) {
        return chart.patient(id).flatMap(seen -> patients.find(id).map(patient -> profile(chart, seen, patient)));
    }

    /** Whether something that this person asked for waits for the clinic, of the patient acted for, beside something else. */
    public Beside<ProfileChangeId> waitingBeside(VisibleChart chart) {
        return ProfileRows.waitingBeside(
                chart.actingFor().map(VisiblePatient::id).orElse(null),
                chart.viewer().account());
    }

    private Profile profile(VisibleChart chart, VisiblePatient seen, Patient patient) {
        var right = ProfileRight.of(chart, seen);
        if (right == ProfileRight.NONE) {
            return new Profile(right, rules.mode(), new PatientTexts(Map.of()), "", null, null);
        }
        var details = patient.details();
        var account = chart.viewer().account();
        var waiting = rows.waiting(seen.id())
                .map(change -> new Profile.Waiting(
                        change.id(), change.askedBy(), change.account().equals(account) ? told(change, right) : null));
        return new Profile(
                right,
                rules.mode(),
                right == ProfileRight.OWN
                        ? ContactTexts.shown(details, CurrentTenant.get().country())
                        : ContactTexts.masked(details),
                // whoever sees only the ends could try guesses against it
                right == ProfileRight.OWN ? ContactTexts.fingerprint(details) : "",
                waiting.orElse(null),
                rows.last(seen.id(), account)
                        .filter(this::answeredLately)
                        .map(change -> told(change, right))
                        .orElse(null));
    }

    private boolean answeredLately(ProfileChange change) {
        var answer = change.answer();
        return answer != null && answer.at().plus(SHOWN).isAfter(clock.instant());
    }

    /** Who proposes something hears no more of what it replaces than before. */
    private static ProfileChange told(ProfileChange change, ProfileRight right) {
        return right == ProfileRight.OWN
                ? change
                : change.with(change.fields().stream()
                        .map(field -> new FieldChange(
                                field.field(),
                                ContactTexts.masked(field.field(), field.before()),
                                field.wanted(),
                                field.approved()))
                        .toList());
    }

    /**
     * Has contact details changed, or asks the clinic to. Who proposes hears the same whether or not the record says so already: with
     * any other answer the details could be guessed.
     *
     * @param typed of who sees all: what they are to be; of who proposes: what is to be other, the rest being empty
     * @param seen {@link Profile#seen} of what was shown
     * @param attempt drawn for the form, which asks once however often it is sent
     */
    public Asked ask(VisibleChart chart, PatientId id, PatientTexts typed, String seen, UUID attempt) {
        var visible = chart.patient(id);
        var right = visible.map(one -> ProfileRight.of(chart, one)).orElse(ProfileRight.NONE);
        var locked = right == ProfileRight.NONE ? Optional.<Patient>empty() : patients.lockById(id.value());
        if (visible.isEmpty() || locked.isEmpty()) {
            return new Asked.NotThere();
        }
        var before = rows.ofAttempt(attempt);
        if (before.isPresent()) {
            return new Asked.Waits(before.get());
        }
        var mode = rules.mode();
        if (mode == ProfileMode.OFF) {
            return new Asked.Off();
        }
        var patient = locked.get();
        return switch (read(typed, patient, right)) {
            case ReadDetails.Faulty(var faults) -> new Asked.Faulty(faults);
            case ReadDetails.Fine(var wanted) -> {
                var fields = right == ProfileRight.OWN
                        ? changes(patient.details(), wanted)
                        : proposed(patient.details(), wanted, typed);
                if (fields.isEmpty()) {
                    yield new Asked.NothingNew();
                }
                if (right == ProfileRight.OWN
                        && !ContactTexts.fingerprint(patient.details()).equals(seen)) {
                    yield new Asked.Meanwhile(patient.changedBy());
                }
                yield right == ProfileRight.OWN && mode == ProfileMode.AT_ONCE
                        ? apply(chart, patient, wanted)
                        : put(chart, visible.get(), fields, attempt);
            }
        };
    }

    private ReadDetails read(PatientTexts typed, Patient patient, ProfileRight right) {
        var tenant = CurrentTenant.get();
        var reader = new DetailsReader(
                tenant.country(), DateOrder.of(tenant.country()), LocalDate.ofInstant(clock.instant(), tenant.zone()));
        var texts = right == ProfileRight.OWN ? typed : over(patient.details(), typed);
        return reader.readContact(texts, patient.details());
    }

    /** What is typed in the place of what is there, and the rest as it is. */
    private static PatientTexts over(PatientDetails stored, PatientTexts typed) {
        Map<PatientField, String> texts = new EnumMap<>(PatientField.class);
        for (var field : ContactDetails.FIELDS) {
            texts.put(field, typed.get(field).isBlank() ? ContactTexts.stored(stored, field) : typed.get(field));
        }
        return new PatientTexts(texts);
    }

    private static List<FieldChange> changes(PatientDetails before, PatientDetails after) {
        return fields(before, after)
                .filter(change -> !change.before().equals(change.wanted()))
                .toList();
    }

    /** Each field that was typed, of which who typed it must not hear whether the record says the same. */
    private static List<FieldChange> proposed(PatientDetails before, PatientDetails after, PatientTexts typed) {
        return fields(before, after)
                .filter(change -> !typed.get(change.field()).isBlank())
                .filter(change -> !change.wanted().isEmpty())
                .toList();
    }

    private static Stream<FieldChange> fields(PatientDetails before, PatientDetails after) {
        return ContactDetails.FIELDS.stream()
                .map(field -> new FieldChange(
                        field, ContactTexts.stored(before, field), ContactTexts.stored(after, field), null));
    }

    private Asked apply(VisibleChart chart, Patient patient, PatientDetails wanted) {
        var version = patient.version();
        records.change(patient.id(), version, wanted, chart.actor());
        return new Asked.Applied();
    }

    private Asked put(VisibleChart chart, VisiblePatient patient, List<FieldChange> fields, UUID attempt) {
        if (rows.waiting(patient.id()).isPresent()) {
            return new Asked.OneWaits();
        }
        var now = clock.instant();
        var account = chart.viewer().account();
        if (rows.askedSince(account, today(now)) >= MOST_A_DAY) {
            return new Asked.TooMany();
        }
        var by = chart.actor();
        var id = rows.add(attempt, patient, account, by.name(), fields, now);
        audit.asked(id, patient.id(), fields, by);
        return new Asked.Waits(id);
    }

    /** When the clinic's day began. */
    private static Instant today(Instant now) {
        var zone = CurrentTenant.get().zone();
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }

    /** Takes back what this person asked for, as long as the clinic has not answered it. */
    public TakenBack takeBack(VisibleChart chart, ProfileChangeId id) {
        var change = rows.take(id)
                .filter(one -> one.account().equals(chart.viewer().account()))
                .filter(one -> chart.patient(one.patient()).isPresent());
        if (change.isEmpty()) {
            return TakenBack.NOT_THERE;
        }
        if (change.get().waits()) {
            rows.takeBack(id, clock.instant());
            audit.takenBack(change.get(), chart.actor());
            return TakenBack.DONE;
        }
        return change.get().state() == ProfileChange.State.TAKEN_BACK ? TakenBack.DONE : TakenBack.ANSWERED;
    }
}
