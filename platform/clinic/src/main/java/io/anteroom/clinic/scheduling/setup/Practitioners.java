package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRegister;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people whom patients see. */
@Component
@Transactional
public class Practitioners {

    private static final Standing.Kind KIND = Standing.Kind.PRACTITIONER;

    private final PractitionerStore store;
    private final Standing standing;
    private final StaffRegister staff;
    private final AuditLog audit;

    Practitioners(PractitionerStore store, Standing standing, StaffRegister staff, AuditLog audit) {
        this.store = store;
        this.standing = standing;
        this.staff = staff;
        this.audit = audit;
    }

    /** All of them in their order, those who no longer work last. */
    @Transactional(readOnly = true)
    public List<Practitioner> all() {
        return store.all();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<Practitioner> find(PractitionerId id) {
        return store.find(id);
    }

    /** Adds one, behind the others. */
    public SetupResult add(PractitionerDetails details, Actor by) {
        standing.take();
        Map<String, String> names = staffNames();
        SetupResult.@Nullable Refused refused = refusal(details, 0, names);
        if (refused != null) {
            return refused;
        }
        PractitionerId id = store.add(details, standing.last(KIND));
        audit.record(
                by,
                new AuditEntry(
                        AuditAction.PRACTITIONER_ADDED,
                        KIND.table(),
                        id.toString(),
                        null,
                        Changes.told(details.words(names))));
        return new SetupResult.Saved(id.value());
    }

    /**
     * Changes one.
     *
     * @param version the {@link Practitioner#version()} that whoever changes it has seen
     */
    public SetupResult change(PractitionerId id, int version, PractitionerDetails details, Actor by) {
        standing.take();
        Optional<Practitioner> found = store.find(id);
        if (found.isEmpty()) {
            return new SetupResult.Gone();
        }
        Practitioner stored = found.get();
        Map<String, String> names = staffNames();
        Map<String, String> changes = Changes.between(stored.details().words(names), details.words(names));
        if (changes.isEmpty()) {
            return new SetupResult.Saved(id.value());
        }
        if (stored.version() != version) {
            return new SetupResult.Meanwhile(stored.version(), changes);
        }
        SetupResult.@Nullable Refused refused = refusal(details, id.value(), names);
        if (refused != null) {
            return refused;
        }
        store.change(id, details);
        audit.record(by, new AuditEntry(AuditAction.PRACTITIONER_CHANGED, KIND.table(), id.toString(), null, changes));
        return new SetupResult.Saved(id.value());
    }

    /** Takes no more bookings with the person, or does again. What is booked stays. */
    public SetupResult set(PractitionerId id, boolean open, Actor by) {
        return standing.set(KIND, id.value(), open, by);
    }

    /** Moves the person one place up or down in the list. */
    public SetupResult move(PractitionerId id, boolean up) {
        return standing.move(KIND, id.value(), up);
    }

    private SetupResult.@Nullable Refused refusal(PractitionerDetails details, long self, Map<String, String> names) {
        if (standing.named(KIND, details.name(), self)) {
            return SetupResult.Refused.of(
                    "name", "Another practitioner has this name. Add something that tells them apart");
        }
        String subject = details.staffSubject();
        if (subject == null) {
            return null;
        }
        if (!names.containsKey(subject)) {
            return SetupResult.Refused.of("staff", "Choose somebody who has signed in before");
        }
        return store.of(subject)
                .filter(other -> other.id().value() != self)
                .map(other -> SetupResult.Refused.of("staff", names.get(subject) + " is " + other.name() + " already"))
                .orElse(null);
    }

    private Map<String, String> staffNames() {
        return staff.all().stream().collect(Collectors.toMap(StaffMember::subject, StaffMember::name));
    }
}
