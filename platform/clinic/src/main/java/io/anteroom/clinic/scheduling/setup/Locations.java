package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.LocationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places where the clinic sees people. */
@Component
@Transactional
public class Locations {

    private static final Standing.Kind KIND = Standing.Kind.LOCATION;

    private final LocationStore store;
    private final Standing standing;
    private final AuditLog audit;

    Locations(LocationStore store, Standing standing, AuditLog audit) {
        this.store = store;
        this.standing = standing;
        this.audit = audit;
    }

    /** All of them in their order, the closed ones last. */
    @Transactional(readOnly = true)
    public List<Location> all() {
        return store.all();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<Location> find(LocationId id) {
        return store.find(id);
    }

    /** Adds one, behind the others. */
    public SetupResult add(LocationDetails details, Actor by) {
        standing.take();
        if (standing.named(KIND, details.name(), 0)) {
            return taken();
        }
        LocationId id = store.add(details, standing.last(KIND));
        audit.record(
                by,
                new AuditEntry(
                        AuditAction.LOCATION_ADDED, KIND.table(), id.toString(), null, Changes.told(details.words())));
        return new SetupResult.Saved(id.value());
    }

    /**
     * Changes one.
     *
     * @param version the {@link Location#version()} that whoever changes it has seen
     */
    public SetupResult change(LocationId id, int version, LocationDetails details, Actor by) {
        standing.take();
        Optional<Location> found = store.find(id);
        if (found.isEmpty()) {
            return new SetupResult.Gone();
        }
        Location stored = found.get();
        Map<String, String> changes = Changes.between(stored.details().words(), details.words());
        if (changes.isEmpty()) {
            return new SetupResult.Saved(id.value());
        }
        if (stored.version() != version) {
            return new SetupResult.Meanwhile(stored.version(), changes);
        }
        if (stored.open() && standing.named(KIND, details.name(), id.value())) {
            return taken();
        }
        store.change(id, details);
        audit.record(by, new AuditEntry(AuditAction.LOCATION_CHANGED, KIND.table(), id.toString(), null, changes));
        return new SetupResult.Saved(id.value());
    }

    /** Takes no more bookings there, or does again. What is booked stays. */
    public SetupResult set(LocationId id, boolean open, Actor by) {
        return standing.set(KIND, id.value(), open, by);
    }

    /** Moves it one place up or down in the list. */
    public SetupResult move(LocationId id, boolean up) {
        return standing.move(KIND, id.value(), up);
    }

    private static SetupResult taken() {
        return SetupResult.Refused.of("name", "Another location has this name. Give it one that tells them apart");
    }
}
