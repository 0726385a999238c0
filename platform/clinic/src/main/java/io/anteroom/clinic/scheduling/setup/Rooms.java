package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.access.SqlTimes;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.RoomId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rooms of locations, for the services that need one. */
@Component
@Transactional
public class Rooms {

    private static final int LONGEST_NAME = 80;

    private final LocationStore locations;
    private final Standing standing;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Rooms(LocationStore locations, Standing standing, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.locations = locations;
        this.standing = standing;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The name of a room as typed into the field {@code room}; what is wrong is in {@link Typed#faults()}. */
    public static String name(Typed typed) {
        return typed.line("room", LONGEST_NAME, "Enter the room’s name or number");
    }

    /** Adds a room to a location. */
    public SetupResult add(LocationId location, String name, Actor by) {
        standing.take();
        if (standing.find(Standing.Kind.LOCATION, location.value()).isEmpty()) {
            return new SetupResult.Gone();
        }
        if (named(location, name, 0)) {
            return taken();
        }
        long id = jdbc.sql("insert into __tenant__.room (location_id, name) values (?, ?) returning id")
                .params(location.value(), name)
                .query(Long.class)
                .single();
        note(location, "nothing → " + name, by);
        return new SetupResult.Saved(id);
    }

    /** Gives a room another name. */
    public SetupResult rename(RoomId id, String name, Actor by) {
        standing.take();
        Optional<Room> found = locations.room(id);
        if (found.isEmpty()) {
            return new SetupResult.Gone();
        }
        Room room = found.get();
        if (room.name().equals(name)) {
            return new SetupResult.Saved(id.value());
        }
        if (room.open() && named(room.location(), name, id.value())) {
            return taken();
        }
        jdbc.sql("update __tenant__.room set name = ? where id = ?")
                .params(name, id.value())
                .update();
        note(room.location(), room.name() + " → " + name, by);
        return new SetupResult.Saved(id.value());
    }

    /** Uses the room no more, or does again. What is booked stays. */
    public SetupResult set(RoomId id, boolean open, Actor by) {
        standing.take();
        Optional<Room> found = locations.room(id);
        if (found.isEmpty()) {
            return new SetupResult.Gone();
        }
        Room room = found.get();
        if (room.open() == open) {
            return new SetupResult.Saved(id.value());
        }
        if (open && named(room.location(), room.name(), id.value())) {
            return taken();
        }
        jdbc.sql("update __tenant__.room set ended_at = ? where id = ?")
                .param(open ? null : SqlTimes.sql(clock.instant()))
                .param(id.value())
                .update();
        note(room.location(), open ? room.name() + " in use again" : room.name() + " no longer in use", by);
        return new SetupResult.Saved(id.value());
    }

    private boolean named(LocationId location, String name, long except) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.room
                                        where location_id = ? and lower(name) = lower(?) and ended_at is null and id <> ?)""")
                .params(location.value(), name, except)
                .query(Boolean.class)
                .single();
    }

    private void note(LocationId location, String change, Actor by) {
        String name = locations.find(location).map(Location::name).orElse("");
        audit.record(
                by,
                AuditEntry.of(AuditAction.LOCATION_CHANGED, Standing.Kind.LOCATION.table(), location)
                        .with("Name", name)
                        .with("Room", change));
    }

    private static SetupResult taken() {
        return SetupResult.Refused.of("room", "There is a room of this name here already");
    }
}
