package io.anteroom.clinic.scheduling.calendar;

import io.anteroom.clinic.access.SqlTimes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names what some days of the calendar show, so that a page on which they stand can ask whether they still do. The name is
 * worked out from the numbers and versions of what is shown, read by the calendar's own indexes: whoever books writes nothing
 * for it, and nobody waits for anybody. Names of patients, services and rooms are not part of it.
 */
@Component
public class CalendarMark {

    /** What an appointment is shown by is its number, its version and whose it is; a hold that ran out is gone. */
    private static final String SHOWN = """
            select cast(count(*) as text) || '.' || coalesce(sum(hashtextextended(shown, 0)), 0)
              from (select 'a' || id || '.' || version || '.' || coalesce(patient_id, 0) as shown
                      from __tenant__.appointment
                     where practitioner_id = any(array(select id from __tenant__.practitioner))
                       and starts_at > :earliest and starts_at < :until and ends_at > :from
                       and state in ('held', 'awaiting_payment', 'booked', 'confirmed', 'arrived', 'completed', 'no_show')
                       and (state <> 'held' or held_until > :now)
                    union all
                    select 'b' || id || '.' || version
                      from __tenant__.blocked_time
                     where practitioner_id = any(array(select id from __tenant__.practitioner))
                       and ends_at > :from and starts_at < :until
                    union all
                    select 'd' || id
                      from __tenant__.hours_exception
                     where practitioner_id = any(array(select id from __tenant__.practitioner))
                       and day between :first and :last
                    union all
                    select 'w' || id || '.' || coalesce(valid_until - date '2000-01-01', 0)
                      from __tenant__.working_hours
                     where valid_from <= :last and (valid_until is null or valid_until >= :first)
                    union all
                    select 'h' || id from __tenant__.holiday where day between :first and :last
                    union all
                    select 'p' || id || '.' || version from __tenant__.practitioner
                    union all
                    select 'l' || id || '.' || version from __tenant__.location) all_shown""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarMark(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The name of what these days show now. Asked before they are read, it is never newer than what was read.
     *
     * @param zone whose clocks say when a day begins
     */
    @Transactional(readOnly = true)
    public String of(LocalDate first, int days, ZoneId zone) {
        Instant from = first.atStartOfDay(zone).toInstant();
        return jdbc.sql(SHOWN)
                .param("earliest", SqlTimes.sql(from.minus(CalendarReader.LONGEST)))
                .param("from", SqlTimes.sql(from))
                .param(
                        "until",
                        SqlTimes.sql(first.plusDays(days).atStartOfDay(zone).toInstant()))
                .param("now", SqlTimes.sql(clock.instant()))
                .param("first", first)
                .param("last", first.plusDays(days - 1L))
                .query(String.class)
                .single();
    }
}
