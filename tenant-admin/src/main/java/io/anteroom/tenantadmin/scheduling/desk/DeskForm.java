package io.anteroom.tenantadmin.scheduling.desk;

import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.hours.TypedTimes;
import io.anteroom.clinic.scheduling.setup.Fault;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.webkit.form.FormErrors;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form in which staff book or move, as typed.
 *
 * @param values all values of each field, by its name
 * @param errors what is wrong
 * @param warned whether it is outside the hours or in blocked time, and is asked back about
 */
public record DeskForm(Map<String, List<String>> values, FormErrors errors, boolean warned) {

    static DeskForm of(Map<String, List<String>> values) {
        return new DeskForm(values, FormErrors.none(), false);
    }

    /** Where the appointment is now. */
    static DeskForm of(Appointment appointment) {
        var values = new HashMap<String, List<String>>();
        values.put("service", List.of(appointment.service().toString()));
        values.put("practitioner", List.of(appointment.practitioner().toString()));
        values.put("location", List.of(appointment.place().id().toString()));
        values.put("day", List.of(appointment.local().toLocalDate().toString()));
        values.put("time", List.of(appointment.local().toLocalTime().toString()));
        return of(values);
    }

    /**
     * The same with another time, practitioner and place.
     *
     * @param zone of the place
     */
    DeskForm at(WantedTime time, ZoneId zone) {
        var local = time.start().atZone(zone);
        var changed = new HashMap<>(values);
        changed.put("practitioner", List.of(String.valueOf(time.practitioner())));
        changed.put("location", List.of(time.location().toString()));
        changed.put("day", List.of(local.toLocalDate().toString()));
        changed.put("time", List.of(local.toLocalTime().toString()));
        changed.put("chosen", List.of("true"));
        return new DeskForm(changed, errors, warned);
    }

    /** The same, which goes back to the week or the day of the calendar it came from. */
    DeskForm from(String view) {
        var changed = new HashMap<>(values);
        changed.put("view", List.of(view.equals("week") ? "week" : "day"));
        return new DeskForm(changed, errors, warned);
    }

    DeskForm faulty(String field, String message) {
        return new DeskForm(values, errors.with(field, message), false);
    }

    DeskForm faulty(List<Fault> faults) {
        DeskForm form = this;
        for (Fault fault : faults) {
            form = form.faulty(fault.field(), fault.message());
        }
        return form;
    }

    /** The same, which shows what is wrong with the whole form around it. */
    DeskForm showing(FormErrors found) {
        return new DeskForm(values, found, warned);
    }

    /** The same, asked back whether it is meant. */
    DeskForm outsideHours() {
        return new DeskForm(values, errors, true);
    }

    /** Whether the time was chosen in the calendar and nothing stands against it: all that is left is to say so. */
    public boolean ready() {
        return text("chosen").equals("true") && !warned && !errors.any();
    }

    /** What stands in a field, or empty. */
    public String text(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Which form it is. One without a number, which no browser sends, is a new one each time. */
    UUID attempt() {
        try {
            return UUID.fromString(text("attempt"));
        } catch (IllegalArgumentException notOurs) {
            return UUID.randomUUID();
        }
    }

    /** Whether it was asked back about, and is meant. */
    boolean anyway() {
        return text("anyway").equals("true");
    }

    /**
     * The time that is wanted, by the clocks of the place; what is wrong is in {@link Typed#faults()}, and then there is none.
     *
     * @param service the service, where the form does not ask for one
     * @param zones of the locations, by number
     */
    Optional<WantedTime> time(Typed typed, @Nullable ServiceId service, Map<Long, ZoneId> zones) {
        Optional<ServiceId> what = service == null
                ? number(typed, "service", "Choose a service").map(ServiceId::new)
                : Optional.of(service);
        Optional<PractitionerId> who =
                number(typed, "practitioner", "Choose a practitioner").map(PractitionerId::new);
        Optional<Long> where = number(typed, "location", "Choose a location").filter(zones::containsKey);
        if (where.isEmpty()
                && typed.faults().stream().noneMatch(fault -> fault.field().equals("location"))) {
            typed.wrong("location", "Choose a location");
        }
        LocalDate day = typed.day("day", "Enter the day");
        Optional<LocalTime> time = TypedTimes.time(typed.raw("time"));
        if (time.isEmpty()) {
            typed.wrong("time", "Enter the time it starts, like 9:30");
        }
        if (!typed.faults().isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime local = day.atTime(time.orElseThrow());
        List<ZoneOffset> offsets = Objects.requireNonNull(zones.get(where.orElseThrow()))
                .getRules()
                .getValidOffsets(local);
        if (offsets.isEmpty()) {
            typed.wrong("time", "The clocks skip this time on that day. Enter another");
            return Optional.empty();
        }
        return Optional.of(new WantedTime(
                what.orElseThrow(),
                who.orElseThrow(),
                new LocationId(where.orElseThrow()),
                local.toInstant(offsets.getFirst())));
    }

    private static Optional<Long> number(Typed typed, String field, String ifNone) {
        Optional<Long> number = typed.ids(field).stream().findFirst();
        if (number.isEmpty()) {
            typed.wrong(field, ifNone);
        }
        return number;
    }
}
