package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be booked. */
@Component
@Transactional
public class Services {

    private static final Standing.Kind KIND = Standing.Kind.SERVICE;

    private final ServiceStore store;
    private final PractitionerStore practitioners;
    private final LocationStore locations;
    private final Standing standing;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Services(
            ServiceStore store,
            PractitionerStore practitioners,
            LocationStore locations,
            Standing standing,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.practitioners = practitioners;
        this.locations = locations;
        this.standing = standing;
        this.audit = audit;
        this.events = events;
    }

    /** All of them in their order, those no longer offered last. */
    @Transactional(readOnly = true)
    public List<Service> all() {
        return store.all();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<Service> find(ServiceId id) {
        return store.find(id);
    }

    /** Adds one, behind the others. */
    public SetupResult add(ServiceDetails details, Actor by) {
        standing.take();
        ServiceWords words = ServiceWords.of(practitioners.all(), locations.all());
        SetupResult.@Nullable Refused refused = refusal(details, words, 0);
        if (refused != null) {
            return refused;
        }
        ServiceId id = store.add(details, standing.last(KIND));
        audit.record(
                by,
                new AuditEntry(
                        AuditAction.SERVICE_ADDED, KIND.table(), id.toString(), null, Changes.told(words.of(details))));
        return new SetupResult.Saved(id.value());
    }

    /**
     * Changes one. What is booked stays as it was agreed.
     *
     * @param version the {@link Service#version()} that whoever changes it has seen
     */
    public SetupResult change(ServiceId id, int version, ServiceDetails details, Actor by) {
        standing.take();
        Optional<Service> found = store.find(id);
        if (found.isEmpty()) {
            return new SetupResult.Gone();
        }
        Service stored = found.get();
        ServiceWords words = ServiceWords.of(practitioners.all(), locations.all());
        Map<String, String> changes = Changes.between(words.of(stored.details()), words.of(details));
        if (changes.isEmpty()) {
            return new SetupResult.Saved(id.value());
        }
        if (stored.version() != version) {
            return new SetupResult.Meanwhile(stored.version(), changes);
        }
        SetupResult.@Nullable Refused refused = refusal(details, words, id.value());
        if (refused != null) {
            return refused;
        }
        store.change(id, details);
        audit.record(by, new AuditEntry(AuditAction.SERVICE_CHANGED, KIND.table(), id.toString(), null, changes));
        events.publishEvent(new ServiceChanged(id, stored.details(), details));
        return new SetupResult.Saved(id.value());
    }

    /** Offers it no more, or does again. What is booked stays. */
    public SetupResult set(ServiceId id, boolean open, Actor by) {
        return standing.set(KIND, id.value(), open, by);
    }

    /** Moves it one place up or down in the list. */
    public SetupResult move(ServiceId id, boolean up) {
        return standing.move(KIND, id.value(), up);
    }

    private SetupResult.@Nullable Refused refusal(ServiceDetails details, ServiceWords words, long self) {
        if (standing.named(KIND, details.name(), self)) {
            return SetupResult.Refused.of("name", "Another service has this name. Give it one that tells them apart");
        }
        if (!words.practitioners().keySet().containsAll(details.givers().practitioners())) {
            return SetupResult.Refused.of("practitioner", "Somebody chosen here is not known. Choose again");
        }
        if (!words.locations().keySet().containsAll(details.givers().locations())) {
            return SetupResult.Refused.of("location", "A place chosen here is not known. Choose again");
        }
        return words.rooms().keySet().containsAll(details.givers().rooms())
                ? null
                : SetupResult.Refused.of("room", "A room chosen here is not known. Choose again");
    }
}
