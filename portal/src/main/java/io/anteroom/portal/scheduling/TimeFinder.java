package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.slot.FreeTime;
import io.anteroom.clinic.scheduling.slot.Place;
import io.anteroom.clinic.scheduling.slot.SlotQuery;
import io.anteroom.clinic.scheduling.slot.Slots;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page on which a time is chosen: two weeks of days, and the times of one of them. */
@Component
public class TimeFinder {

    static final int IN_SIGHT = 14;
    private static final int FAR = 92;
    private static final int NOON = 12;
    private static final int EVENING = 17;

    private final Slots slots;
    private final Clock clock;

    TimeFinder(Slots slots, Clock clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * The page for a booking, or for the move of an appointment.
     *
     * @param path the page's own address
     * @param target where a time chosen is sent
     * @param moved the appointment that is moved, or null
     * @return nothing if patients can't book that service
     */
    Optional<TimesPage> page(
            ServiceId service,
            TimesForm form,
            String path,
            String target,
            @Nullable Appointment moved,
            VisibleChart chart) {
        var today = LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        var first = form.firstDay().filter(day -> day.isAfter(today)).orElse(today);
        var query = SlotQuery.ofPatient(service, first, IN_SIGHT)
                .by(form.practitioner().orElse(null))
                .at(form.location().orElse(moved == null ? null : moved.place().id()));
        var all = moved == null ? query : query.moving(moved.id());
        return slots.find(all)
                .filter(found -> found.service().online() && !found.places().isEmpty())
                .map(found -> {
                    var later = form.firstDay().isEmpty() && found.times().isEmpty() ? lookFar(all) : found;
                    var whom = chart.actingFor();
                    return new Making(
                                    later,
                                    form,
                                    path,
                                    target,
                                    moved == null,
                                    today,
                                    whom.map(patient -> patient.id().toString()).orElse(""),
                                    chart.several()
                                            ? whom.map(VisiblePatient::name).orElse(null)
                                            : null,
                                    _ -> null)
                            .page();
                });
    }

    /**
     * The page for a stranger.
     *
     * @param path the page's own address, to which a time chosen is posted
     * @param effort what has to be worked out on the page whose form has that number
     * @return nothing if strangers can't book that service
     */
    public Optional<TimesPage> forNewcomer(
            ServiceId service, TimesForm form, String path, Function<UUID, TimesPage.@Nullable Effort> effort) {
        var today = LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        var first = form.firstDay().filter(day -> day.isAfter(today)).orElse(today);
        var query = SlotQuery.ofPatient(service, first, IN_SIGHT)
                .by(form.practitioner().orElse(null))
                .at(form.location().orElse(null));
        return slots.find(query)
                .filter(found -> found.service().online()
                        && found.service().forNewPatients()
                        && !found.places().isEmpty())
                .map(found -> {
                    var later = form.firstDay().isEmpty() && found.times().isEmpty() ? lookFar(query) : found;
                    return new Making(later, form, path, path, true, today, "", null, effort).page();
                });
    }

    /** Where the next two weeks are full, what comes after. */
    private FoundSlots lookFar(SlotQuery query) {
        return slots.find(new SlotQuery(
                        query.service(),
                        query.practitioner(),
                        query.location(),
                        query.first(),
                        FAR,
                        true,
                        query.except()))
                .orElseThrow();
    }

    /** One page in the making. */
    private record Making(
            FoundSlots found,
            TimesForm form,
            String path,
            String target,
            boolean posts,
            LocalDate today,
            String patient,
            @Nullable String patientName,
            Function<UUID, TimesPage.@Nullable Effort> effort) {

        TimesPage page() {
            var place = place();
            var byDay = byDay(place);
            var first = byDay.isEmpty() ? form.firstDay().orElse(today) : firstInSight(byDay);
            var inSight = inSight(byDay, first);
            var day = form.wantedDay()
                    .filter(inSight::containsKey)
                    .or(() -> inSight.keySet().stream().findFirst());
            var drawn = UUID.randomUUID();
            return new TimesPage(
                    found.service().name(),
                    found.service().description(),
                    facts(found.service(), posts),
                    path,
                    practitioners(),
                    form.practitioner().map(Object::toString).orElse(""),
                    places(),
                    place.id().toString(),
                    TimeWords.zone(place.zone(), place.name()),
                    day.flatMap(chosen -> inSight.getOrDefault(chosen, List.of()).stream()
                                    .findFirst())
                            .map(time -> DeviceTime.of(time.start(), place.zone()))
                            .orElse(null),
                    place.name() + " (" + place.zone().getId().replace('_', ' ') + ")",
                    days(inSight, day.orElse(null), place),
                    day.map(TimeWords::day).orElse(""),
                    day.map(LocalDate::toString).orElse(""),
                    form.firstDay().map(LocalDate::toString).orElse(""),
                    day.map(chosen -> parts(inSight.getOrDefault(chosen, List.of())))
                            .orElse(List.of()),
                    first.isAfter(today) ? url(place, null, later(first.minusDays(IN_SIGHT))) : null,
                    url(place, null, first.plusDays(IN_SIGHT)),
                    target,
                    posts,
                    drawn.toString(),
                    patient,
                    patientName,
                    effort.apply(drawn));
        }

        private LocalDate later(LocalDate day) {
            return day.isAfter(today) ? day : today;
        }

        private LocalDate firstInSight(Map<LocalDate, List<FreeTime>> byDay) {
            var earliest = byDay.keySet().iterator().next();
            var wanted = form.firstDay().filter(day -> day.isAfter(today)).orElse(today);
            return earliest.isBefore(wanted.plusDays(IN_SIGHT)) ? wanted : earliest;
        }

        /** One place at a time, so that a time means one thing. */
        private Place place() {
            return form.location()
                    .flatMap(id -> found.places().stream()
                            .filter(place -> place.id().equals(id))
                            .findFirst())
                    .or(() -> found.times().stream()
                            .findFirst()
                            .flatMap(time -> found.places().stream()
                                    .filter(place -> place.id().equals(time.location()))
                                    .findFirst()))
                    .orElseGet(() -> found.places().getFirst());
        }

        private Map<LocalDate, List<FreeTime>> byDay(Place place) {
            var byMoment = new LinkedHashMap<Instant, FreeTime>();
            found.times().stream()
                    .filter(time -> time.location().equals(place.id()))
                    .forEach(time -> byMoment.putIfAbsent(time.start(), time));
            return byMoment.values().stream()
                    .collect(Collectors.groupingBy(
                            time -> time.local().toLocalDate(), TreeMap::new, Collectors.toList()));
        }

        private static Map<LocalDate, List<FreeTime>> inSight(Map<LocalDate, List<FreeTime>> byDay, LocalDate first) {
            var inSight = new TreeMap<LocalDate, List<FreeTime>>();
            byDay.forEach((day, times) -> {
                if (!day.isBefore(first) && day.isBefore(first.plusDays(IN_SIGHT))) {
                    inSight.put(day, times);
                }
            });
            return inSight;
        }

        private List<TimesPage.Day> days(
                Map<LocalDate, List<FreeTime>> inSight, @Nullable LocalDate chosen, Place place) {
            return inSight.entrySet().stream()
                    .map(entry -> new TimesPage.Day(
                            url(place, entry.getKey(), form.firstDay().orElse(null)),
                            TimeWords.weekday(entry.getKey()),
                            TimeWords.shortDay(entry.getKey()),
                            entry.getValue().size(),
                            entry.getKey().equals(chosen)))
                    .toList();
        }

        private String url(Place place, @Nullable LocalDate day, @Nullable LocalDate from) {
            var url = UriComponentsBuilder.fromPath(path).queryParam("at", place.id());
            form.practitioner().ifPresent(with -> url.queryParam("with", with));
            if (day != null) {
                url.queryParam("day", day);
            }
            if (from != null) {
                url.queryParam("from", from);
            }
            return url.encode().toUriString();
        }

        private List<TimesPage.Part> parts(List<FreeTime> times) {
            var parts = new ArrayList<TimesPage.Part>();
            part(parts, "morning", say("Morning"), times, 0, NOON);
            part(parts, "afternoon", say("Afternoon"), times, NOON, EVENING);
            part(parts, "evening", say("Evening"), times, EVENING, 24);
            return parts;
        }

        private static void part(
                List<TimesPage.Part> parts,
                String id,
                String heading,
                List<FreeTime> times,
                int fromHour,
                int untilHour) {
            var within = times.stream()
                    .filter(time ->
                            time.local().getHour() >= fromHour && time.local().getHour() < untilHour)
                    .map(time -> new TimesPage.Time(time.start().toString(), label(time, times)))
                    .toList();
            if (!within.isEmpty()) {
                parts.add(new TimesPage.Part(id, heading, within));
            }
        }

        private static String label(FreeTime time, List<FreeTime> times) {
            boolean twice = times.stream()
                    .filter(other ->
                            other.local().toLocalTime().equals(time.local().toLocalTime()))
                    .skip(1)
                    .findAny()
                    .isPresent();
            return twice ? TimeWords.timeOfTwo(time.local()) : TimeWords.time(time.local());
        }

        private List<Option> practitioners() {
            if (found.practitioners().size() < 2) {
                return List.of();
            }
            var options = new ArrayList<Option>();
            options.add(new Option("", say("Anyone")));
            found.practitioners()
                    .forEach(one -> options.add(new Option(
                            one.id().toString(),
                            one.title().isEmpty() ? one.name() : one.name() + ", " + one.title())));
            return options;
        }

        private List<Option> places() {
            return found.places().size() < 2
                    ? List.of()
                    : found.places().stream()
                            .map(place -> new Option(place.id().toString(), place.name()))
                            .toList();
        }
    }

    /** How long it takes, what it costs, and what is paid when booking it. */
    public static String facts(BookableService service) {
        return facts(service, true);
    }

    /** The same, without the deposit where an appointment is moved, since that is not paid again. */
    private static String facts(BookableService service, boolean books) {
        String price = AppointmentCard.price(
                service.priceMinor(),
                service.currency() == null ? null : service.currency().getCurrencyCode());
        String facts = price == null
                ? TimeWords.length(service.minutes())
                : TimeWords.length(service.minutes()) + ", " + price;
        var deposit = service.deposit();
        return deposit == null || !books
                ? facts
                : say(
                        "{facts}, deposit of {amount} when you book",
                        "facts",
                        facts,
                        "amount",
                        deposit.format(Formats.ofClinic().locale()));
    }
}
