package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Days on which a practitioner is away, or works where and when the week does not say so. */
@Component
@Transactional
public class DaysApart {

    private final JdbcClient jdbc;
    private final HoursStore hours;
    private final Locations locations;
    private final AuditLog audit;

    DaysApart(JdbcClient jdbc, HoursStore hours, Locations locations, AuditLog audit) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.locations = locations;
        this.audit = audit;
    }

    /** Those of a practitioner from {@code today} on; days in a row that say the same are one. */
    @Transactional(readOnly = true)
    public List<DayApart> of(PractitionerId practitioner, LocalDate today) {
        return DayApart.joined(jdbc.sql("""
                        select id, location_id, day, from_time, until_time, works, reason from __tenant__.hours_exception
                         where practitioner_id = ? and day >= ?
                         order by works, location_id nulls first, from_time nulls first, until_time, reason, day, id""")
                .params(practitioner.value(), today)
                .query((row, _) -> apart(row))
                .list());
    }

    /** The same of everybody, between two days. */
    @Transactional(readOnly = true)
    public Map<PractitionerId, List<DayApart>> all(LocalDate first, LocalDate last) {
        var apart = new LinkedHashMap<PractitionerId, List<DayApart>>();
        jdbc.sql("""
                        select practitioner_id, id, location_id, day, from_time, until_time, works, reason
                          from __tenant__.hours_exception where day between ? and ? order by practitioner_id, day, id""")
                .params(first, last)
                .query((row, _) -> Map.entry(new PractitionerId(row.getLong("practitioner_id")), apart(row)))
                .list()
                .forEach(one -> apart.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        return apart;
    }

    /** Adds days; those that stand already are not added again. What is booked stays. */
    public SetupResult add(PractitionerId practitioner, DayApart apart, Actor by) {
        Optional<String> name = hours.lockPractitioner(practitioner);
        LocationId location = apart.location();
        if (name.isEmpty()) {
            return new SetupResult.Gone();
        }
        if (location != null && locations.find(location).isEmpty()) {
            return SetupResult.Refused.of("location", "Choose a location");
        }
        TimeSpan span = apart.span();
        int added = jdbc.sql("""
                        insert into __tenant__.hours_exception
                            (practitioner_id, location_id, day, from_time, until_time, works, reason)
                        select :practitioner, :location, cast(wanted.day as date), :from, :until, :works, :reason
                          from generate_series(cast(:first as date), cast(:last as date), interval '1 day') as wanted (day)
                         where not exists (
                               select 1 from __tenant__.hours_exception e
                                where e.practitioner_id = :practitioner and e.day = cast(wanted.day as date)
                                  and e.location_id is not distinct from cast(:location as bigint)
                                  and e.from_time is not distinct from cast(:from as time)
                                  and e.until_time is not distinct from cast(:until as time)
                                  and e.works = :works)""")
                .param("practitioner", practitioner.value())
                .param("location", location == null ? null : location.value(), Types.BIGINT)
                .param("from", span == null ? null : span.from(), Types.TIME)
                .param("until", span == null ? null : span.until(), Types.TIME)
                .param("works", apart.works())
                .param("reason", apart.reason())
                .param("first", apart.first())
                .param("last", apart.last())
                .update();
        if (added > 0) {
            note(practitioner, name.get(), "nothing → " + words(apart), by);
        }
        return new SetupResult.Saved(practitioner.value());
    }

    /** Takes back the days that the one of that number is among; once they are gone, nothing is done. */
    public SetupResult remove(PractitionerId practitioner, long id, LocalDate today, Actor by) {
        Optional<String> name = hours.lockPractitioner(practitioner);
        if (name.isEmpty()) {
            return new SetupResult.Gone();
        }
        of(practitioner, today).stream()
                .filter(one -> one.ids().contains(id))
                .findFirst()
                .ifPresent(one -> {
                    jdbc.sql("delete from __tenant__.hours_exception where practitioner_id = ? and id = any(?)")
                            .params(practitioner.value(), one.ids().toArray(Long[]::new))
                            .update();
                    note(practitioner, name.get(), words(one) + " → nothing", by);
                });
        return new SetupResult.Saved(practitioner.value());
    }

    private void note(PractitionerId practitioner, String name, String change, Actor by) {
        audit.record(
                by,
                AuditEntry.of(AuditAction.WORKING_HOURS_CHANGED, "practitioner", practitioner)
                        .with("Practitioner", name)
                        .with("Days", change));
    }

    private String words(DayApart apart) {
        LocationId location = apart.location();
        String place = location == null
                ? ""
                : " at " + locations.find(location).map(Location::name).orElse("another place");
        return (apart.works() ? "works " : "away ") + apart.when() + place;
    }

    private static DayApart apart(ResultSet row) throws SQLException {
        Long location = row.getObject("location_id", Long.class);
        LocalTime from = row.getObject("from_time", LocalTime.class);
        LocalDate day = row.getObject("day", LocalDate.class);
        return new DayApart(
                List.of(row.getLong("id")),
                day,
                day,
                from == null ? null : new TimeSpan(from, row.getObject("until_time", LocalTime.class)),
                row.getBoolean("works"),
                location == null ? null : new LocationId(location),
                row.getString("reason"));
    }
}
