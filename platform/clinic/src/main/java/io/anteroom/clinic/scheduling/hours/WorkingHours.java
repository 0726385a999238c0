package io.anteroom.clinic.scheduling.hours;

import io.anteroom.clinic.access.Digests;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.setup.Changes;
import io.anteroom.clinic.scheduling.setup.Fault;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The hours of practitioners, week by week. At one location at most one plan holds on any day. */
@Component
@Transactional
public class WorkingHours {

    private final HoursStore store;
    private final Locations locations;
    private final AuditLog audit;

    WorkingHours(HoursStore store, Locations locations, AuditLog audit) {
        this.store = store;
        this.locations = locations;
        this.audit = audit;
    }

    /**
     * What somebody wants.
     *
     * @param seen the {@link #fingerprint} of the plans that the form began with
     * @param replaced the first day of the plan that is changed; null where it is a new one, after whose end what held before
     *     goes on
     * @param plan the plan; one without hours ends what holds there
     */
    public record Wanted(String seen, @Nullable LocalDate replaced, PlannedWeek plan) {}

    /** The plans of a practitioner that hold on {@code today} or will, in order of their locations and first days. */
    @Transactional(readOnly = true)
    public List<PlannedWeek> of(PractitionerId practitioner, LocalDate today) {
        return store.plans(practitioner, today);
    }

    /** The same of everybody. */
    @Transactional(readOnly = true)
    public Map<PractitionerId, List<PlannedWeek>> all(LocalDate today) {
        return store.plans(today);
    }

    /** Changes when the plans do; a form carries it, so that nobody overwrites what they haven't seen. */
    public static String fingerprint(List<PlannedWeek> plans) {
        return HexFormat.of().formatHex(Digests.sha256(plans.toString()));
    }

    /** Plans a week. What held before is cut where the new plan begins, and what is booked stays. */
    public SetupResult plan(PractitionerId practitioner, Wanted wanted, LocalDate today, Actor by) {
        Optional<String> name = store.lockPractitioner(practitioner);
        Optional<Location> location = locations.find(wanted.plan().location());
        if (name.isEmpty() || location.isEmpty()) {
            return new SetupResult.Gone();
        }
        PlannedWeek plan = wanted.plan();
        LocalDate since = plan.from().isBefore(today) ? plan.from() : today;
        List<PlannedWeek> stored = store.plans(practitioner, since);
        List<PlannedWeek> there = stored.stream()
                .filter(one -> one.location().equals(plan.location()))
                .toList();
        List<PlannedWeek> then = plan.among(there, wanted.replaced(), today);
        if (then.equals(there)) {
            return new SetupResult.Saved(practitioner.value());
        }
        Week before = there.stream()
                .filter(one -> one.holdsOn(plan.from()))
                .findFirst()
                .map(PlannedWeek::week)
                .orElse(Week.EMPTY);
        if (!fingerprint(store.plans(practitioner, today)).equals(wanted.seen())) {
            return new SetupResult.Meanwhile(0, differences(before, plan.week()));
        }
        List<Fault> faults = elsewhere(plan, stored);
        if (!faults.isEmpty()) {
            return new SetupResult.Refused(faults);
        }
        store.replace(practitioner, plan.location(), since, then);
        audit.record(
                by,
                AuditEntry.of(AuditAction.WORKING_HOURS_CHANGED, "practitioner", practitioner)
                        .with("Practitioner", name.get())
                        .with("Location", location.get().name())
                        .with("From", plan.from().toString())
                        .with(
                                "Until",
                                plan.until() == null ? "no end" : plan.until().toString())
                        .with("Hours", shown(before) + " → " + shown(plan.week())));
        return new SetupResult.Saved(practitioner.value());
    }

    /** Nobody is in two places at once: says of each day where the practitioner is at that time. */
    private List<Fault> elsewhere(PlannedWeek plan, List<PlannedWeek> stored) {
        List<Fault> faults = new ArrayList<>();
        for (DayOfWeek day : plan.week().days().keySet()) {
            stored.stream()
                    .filter(other -> !other.location().equals(plan.location()) && other.overlaps(plan))
                    .filter(other -> overlap(plan.week(), other.week(), day))
                    .findFirst()
                    .ifPresent(other -> faults.add(new Fault(
                            Week.field(day),
                            Week.name(day) + " " + other.week().text(day) + " is at " + name(other.location())
                                    + " already")));
        }
        return faults;
    }

    private String name(LocationId location) {
        return locations.find(location).map(Location::name).orElse("another place");
    }

    private static boolean overlap(Week one, Week other, DayOfWeek day) {
        return one.days().getOrDefault(day, List.of()).stream()
                .anyMatch(span ->
                        other.days().getOrDefault(day, List.of()).stream().anyMatch(span::overlaps));
    }

    /** What differs here; where nothing does, somebody changed the hours at another place or from another day on. */
    private static Map<String, String> differences(Week theirs, Week yours) {
        Map<String, String> differences = Changes.between(days(theirs), days(yours));
        return differences.isEmpty()
                ? Map.of("Other hours of this practitioner", "changed by somebody else → not changed by you")
                : differences;
    }

    private static Map<String, String> days(Week week) {
        var days = new LinkedHashMap<String, String>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(Week.name(day), week.text(day));
        }
        return days;
    }

    private static String shown(Week week) {
        return week.isEmpty() ? "none" : week.words();
    }
}
