package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.hours.DayApart;
import io.anteroom.clinic.scheduling.hours.PlannedWeek;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.tenantadmin.patient.Moments;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * When practitioners work, as it is shown.
 *
 * @param base the address of the part
 * @param locations all of them, the closed ones last
 * @param plans of each practitioner what holds today or will
 */
public record HoursView(
        String base, LocalDate today, List<Location> locations, Map<PractitionerId, List<PlannedWeek>> plans) {

    /** The plans of a practitioner. */
    public List<PlannedWeek> of(Practitioner practitioner) {
        return plans.getOrDefault(practitioner.id(), List.of());
    }

    /** The plans of a practitioner at a location. */
    public List<PlannedWeek> of(Practitioner practitioner, Location location) {
        return of(practitioner).stream()
                .filter(plan -> plan.location().equals(location.id()))
                .toList();
    }

    /** The open locations, and the closed ones where the practitioner has hours. */
    public List<Location> locationsOf(Practitioner practitioner) {
        return locations.stream()
                .filter(one -> one.open() || !of(practitioner, one).isEmpty())
                .toList();
    }

    /** What holds on this day, or will: {@code Since 1 Jan 2026}, {@code 1 Mar 2027 to 14 Mar 2027}. */
    public String period(PlannedWeek plan) {
        if (plan.until() != null) {
            return Moments.day(plan.from()) + " to " + Moments.day(plan.until());
        }
        return (plan.from().isAfter(today) ? "From " : "Since ") + Moments.day(plan.from());
    }

    /** The name of a location. */
    public String name(LocationId id) {
        return locations.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Location::name)
                .orElse("another place");
    }

    /** When days apart are: {@code 24 Dec 2026 to 31 Dec 2026, 09:00–12:30}. */
    public String when(DayApart apart) {
        return Moments.day(apart.first())
                + (apart.last().equals(apart.first()) ? "" : " to " + Moments.day(apart.last()))
                + (apart.span() == null ? "" : ", " + apart.span());
    }

    /** What days apart are. */
    public String what(DayApart apart) {
        if (!apart.works()) {
            return apart.span() == null ? "Away all day" : "Away";
        }
        return "Works" + (apart.location() == null ? "" : " at " + name(apart.location()));
    }

    /** The page of a practitioner's hours. */
    public String url(Practitioner practitioner) {
        return base + "/hours/" + practitioner.id();
    }

    /** The form of a new week there. */
    public String newWeek(Practitioner practitioner, Location location) {
        return url(practitioner) + "/locations/" + location.id() + "/week";
    }
}
