package io.anteroom.clinic.scheduling.calendar;

import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.hours.BlockedTime;
import io.anteroom.clinic.scheduling.hours.DayApart;
import io.anteroom.clinic.scheduling.hours.Holiday;
import io.anteroom.clinic.scheduling.hours.PlannedWeek;
import io.anteroom.clinic.scheduling.hours.WorkingDay;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Some days of the clinic.
 *
 * @param first the first day
 * @param days how many, from 1 on
 * @param zone whose clocks say when a day begins
 * @param practitioners all of them, those who no longer work last
 * @param locations all of them, the closed ones last
 */
public record Calendar(
        LocalDate first,
        int days,
        ZoneId zone,
        List<Practitioner> practitioners,
        List<Location> locations,
        Map<PractitionerId, List<PlannedWeek>> plans,
        Map<PractitionerId, List<DayApart>> apart,
        List<Holiday> holidays,
        List<CalendarEntry> entries,
        List<BlockedTime> blocks) {

    /** The days in order. */
    public List<LocalDate> dates() {
        return first.datesUntil(first.plusDays(days)).toList();
    }

    /** Who works, or has something booked in these days though no longer working. */
    public List<Practitioner> columns() {
        return practitioners.stream()
                .filter(one -> one.open()
                        || entries.stream()
                                .anyMatch(entry -> entry.practitioner().equals(one.id())))
                .toList();
    }

    /** What begins on that day with the practitioner, or began before and still lasts on the first of the days. */
    public List<CalendarEntry> entries(PractitionerId practitioner, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.practitioner().equals(practitioner))
                .filter(entry -> day(entry).equals(day))
                .toList();
    }

    /** What is blocked on that day. */
    public List<BlockedTime> blocks(PractitionerId practitioner, LocalDate day) {
        var from = day.atStartOfDay(zone).toInstant();
        var until = day.plusDays(1).atStartOfDay(zone).toInstant();
        return blocks.stream()
                .filter(block -> block.practitioner().equals(practitioner))
                .filter(block -> block.start().isBefore(until) && block.end().isAfter(from))
                .toList();
    }

    /** When and where the practitioner works on that day. */
    public WorkingDay working(PractitionerId practitioner, LocalDate day) {
        return WorkingDay.of(
                day,
                plans.getOrDefault(practitioner, List.of()),
                apart.getOrDefault(practitioner, List.of()),
                holidays);
    }

    private LocalDate day(CalendarEntry entry) {
        LocalDate day = LocalDate.ofInstant(entry.start(), zone);
        return day.isBefore(first) ? first : day;
    }
}
