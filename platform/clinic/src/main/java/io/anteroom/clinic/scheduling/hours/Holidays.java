package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The days on which locations, or the whole clinic, are closed. */
@Component
@Transactional
public class Holidays {

    private final JdbcClient jdbc;
    private final Locations locations;
    private final AuditLog audit;

    Holidays(JdbcClient jdbc, Locations locations, AuditLog audit) {
        this.jdbc = jdbc;
        this.locations = locations;
        this.audit = audit;
    }

    /** Those from {@code today} on; days in a row of one name are one. */
    @Transactional(readOnly = true)
    public List<Holiday> from(LocalDate today) {
        return Holiday.joined(jdbc.sql("""
                        select id, day, location_id, name from __tenant__.holiday
                         where day >= ? order by location_id nulls first, name, day""")
                .param(today)
                .query((row, _) -> {
                    Long location = row.getObject("location_id", Long.class);
                    LocalDate day = row.getObject("day", LocalDate.class);
                    return new Holiday(
                            List.of(row.getLong("id")),
                            day,
                            day,
                            location == null ? null : new LocationId(location),
                            row.getString("name"));
                })
                .list());
    }

    /**
     * Adds days. A day that has a holiday at that place already keeps its name, and where all have, that is said. What is
     * booked stays.
     */
    public SetupResult add(Holiday holiday, Actor by) {
        LocationId location = holiday.location();
        if (location != null && locations.find(location).isEmpty()) {
            return SetupResult.Refused.of("location", "Choose a location, or all");
        }
        int added = jdbc.sql("""
                        insert into __tenant__.holiday (location_id, day, name)
                        select :location, cast(wanted.day as date), :name
                          from generate_series(cast(:first as date), cast(:last as date), interval '1 day') as wanted (day)
                        on conflict (day, location_id) do nothing""")
                .param("location", location == null ? null : location.value(), Types.BIGINT)
                .param("name", holiday.name())
                .param("first", holiday.first())
                .param("last", holiday.last())
                .update();
        if (added == 0) {
            return SetupResult.Refused.of("first", "There is a holiday then already");
        }
        note("nothing → " + words(holiday), by);
        return new SetupResult.Saved(0);
    }

    /** Takes back the days that the one of that number is among; once they are gone, nothing is done. */
    public void remove(long id, LocalDate today, Actor by) {
        from(today).stream().filter(one -> one.ids().contains(id)).findFirst().ifPresent(one -> {
            int removed = jdbc.sql("delete from __tenant__.holiday where id = any(?)")
                    .param(one.ids().toArray(Long[]::new))
                    .update();
            if (removed > 0) {
                note(words(one) + " → nothing", by);
            }
        });
    }

    private void note(String change, Actor by) {
        audit.record(
                by, AuditEntry.of(AuditAction.HOLIDAYS_CHANGED, "holidays", "").with("Days", change));
    }

    private String words(Holiday holiday) {
        LocationId location = holiday.location();
        String place = location == null
                ? "all locations"
                : locations.find(location).map(Location::name).orElse("one location");
        return holiday.name() + ", " + holiday.when() + ", " + place;
    }
}
