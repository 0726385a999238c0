package io.anteroom.clinic.scheduling.calendar;

import io.anteroom.clinic.access.SqlTimes;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.hours.BlockedTimes;
import io.anteroom.clinic.scheduling.hours.DaysApart;
import io.anteroom.clinic.scheduling.hours.Holidays;
import io.anteroom.clinic.scheduling.hours.WorkingHours;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the calendar of the current clinic, however long its history is. */
@Component
@Transactional(readOnly = true)
public class CalendarReader {

    /** What an appointment takes at most; what began earlier is over. The table's check says so too. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Practitioners practitioners;
    private final Locations locations;
    private final WorkingHours hours;
    private final DaysApart apart;
    private final Holidays holidays;
    private final BlockedTimes blocks;
    private final Clock clock;

    CalendarReader(
            JdbcClient jdbc,
            Practitioners practitioners,
            Locations locations,
            WorkingHours hours,
            DaysApart apart,
            Holidays holidays,
            BlockedTimes blocks,
            Clock clock) {
        this.jdbc = jdbc;
        this.practitioners = practitioners;
        this.locations = locations;
        this.hours = hours;
        this.apart = apart;
        this.holidays = holidays;
        this.blocks = blocks;
        this.clock = clock;
    }

    /** The days from {@code first} on, as the clocks of {@code zone} count them. */
    public Calendar of(LocalDate first, int days, ZoneId zone) {
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant until = first.plusDays(days).atStartOfDay(zone).toInstant();
        return new Calendar(
                first,
                days,
                zone,
                practitioners.all(),
                locations.all(),
                hours.all(first),
                apart.all(first, first.plusDays(days - 1L)),
                holidays.from(first),
                appointments(from, until),
                blocks.between(from, until));
    }

    /** What is booked, or held for somebody who still decides. Cancelled ones are not in the calendar. */
    private List<CalendarEntry> appointments(Instant from, Instant until) {
        return jdbc.sql("""
                        select a.id, a.practitioner_id, a.location_id, a.state, s.name as service, a.patient_id,
                               btrim(p.given_name || ' ' || p.family_name) as patient_name, a.starts_at, a.ends_at,
                               lower(a.occupied) as taken_from, upper(a.occupied) as taken_until, r.name as room,
                               a.created_by_kind = 'patient' as by_patient, a.over_block, a.version
                          from __tenant__.appointment a
                          join __tenant__.service s on s.id = a.service_id
                          left join __tenant__.room r on r.id = a.room_id
                          left join __tenant__.patient p on p.id = a.patient_id
                         where a.practitioner_id = any(array(select id from __tenant__.practitioner))
                           and a.starts_at > :earliest and a.starts_at < :until and a.ends_at > :from
                           and a.state in ('held', 'awaiting_payment', 'booked', 'confirmed', 'arrived', 'completed', 'no_show')
                           and (a.state <> 'held' or a.held_until > :now)
                         order by a.starts_at, a.id""")
                .param("earliest", SqlTimes.sql(from.minus(LONGEST)))
                .param("from", SqlTimes.sql(from))
                .param("until", SqlTimes.sql(until))
                .param("now", SqlTimes.sql(clock.instant()))
                .query((row, _) -> entry(row))
                .list();
    }

    private static CalendarEntry entry(ResultSet row) throws SQLException {
        @Nullable Long patient = row.getObject("patient_id", Long.class);
        return new CalendarEntry(
                new AppointmentId(row.getLong("id")),
                new PractitionerId(row.getLong("practitioner_id")),
                new LocationId(row.getLong("location_id")),
                AppointmentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("service"),
                patient == null ? null : new PatientId(patient),
                row.getString("patient_name"),
                SqlTimes.instant(row, "starts_at"),
                SqlTimes.instant(row, "ends_at"),
                SqlTimes.instant(row, "taken_from"),
                SqlTimes.instant(row, "taken_until"),
                row.getString("room"),
                row.getBoolean("by_patient"),
                row.getBoolean("over_block"),
                row.getInt("version"));
    }
}
