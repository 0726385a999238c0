package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.slot.SlotQuery;
import io.anteroom.clinic.scheduling.slot.Slots;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which a time is chosen: two weeks of days, and the times of one of them. */
@Component
public class TimeFinder {

    static final int IN_SIGHT = 14;
    private static final int FAR = 92;

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
                    return new TimesInSight(
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
                    return new TimesInSight(later, form, path, path, true, today, "", null, effort).page();
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

    /** How long it takes, what it costs, and what is paid when booking it. */
    public static String facts(BookableService service) {
        return facts(service, true);
    }

    /** The same, without the deposit where an appointment is moved, since that is not paid again. */
    static String facts(BookableService service, boolean books) {
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
