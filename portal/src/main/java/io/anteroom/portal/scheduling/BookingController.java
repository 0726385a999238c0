package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.questionnaire.byservice.FormsFirst;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.rules.BookingRulesBook;
import io.anteroom.clinic.scheduling.slot.BookableService;
import io.anteroom.clinic.scheduling.slot.Slots;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The way to a new appointment: what, then when and with whom; the time chosen is held. */
@Controller
@OnHost(Host.PORTAL)
class BookingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/appointments/new";

    private final Slots slots;
    private final TimeFinder times;
    private final PatientBooking booking;
    private final OpenSection section;
    private final BookingRulesBook rules;
    private final FormsFirst forms;

    BookingController(
            Slots slots,
            TimeFinder times,
            PatientBooking booking,
            OpenSection section,
            BookingRulesBook rules,
            FormsFirst forms) {
        this.slots = slots;
        this.times = times;
        this.booking = booking;
        this.section = section;
        this.rules = rules;
        this.forms = forms;
    }

    @GetMapping(PATH)
    Reply services(VisibleChart chart) {
        var page = section.page(say("Book an appointment"));
        if (BookingRight.of(chart).why() != null) {
            return Reply.redirect("/appointments");
        }
        return Reply.page(TEMPLATES.schedulingServices(page, choices(chart)));
    }

    private List<ServiceChoice> choices(VisibleChart chart) {
        if (!rules.current().book()) {
            return List.of();
        }
        boolean isNew = chart.patients().isEmpty();
        return slots.online().stream()
                .filter(service -> !isNew || service.forNewPatients())
                .map(BookingController::choice)
                .toList();
    }

    private static ServiceChoice choice(BookableService service) {
        return new ServiceChoice(
                PATH + "/" + service.id(), service.name(), service.description(), TimeFinder.facts(service));
    }

    @GetMapping(PATH + "/{service}")
    Reply times(@PathVariable long service, @ModelAttribute TimesForm form, VisibleChart chart) {
        var page = section.page(say("Choose a time"));
        if (BookingRight.of(chart).why() != null) {
            return Reply.redirect("/appointments");
        }
        if (!rules.current().book()) {
            return Reply.redirect(PATH);
        }
        var path = PATH + "/" + service;
        if (forms.missing(chart, new ServiceId(service))) {
            return Reply.redirect(FirstFormsController.url(new ServiceId(service)));
        }
        return Reply.page(TEMPLATES.schedulingTimes(
                page,
                times.page(new ServiceId(service), form, path, path, null, chart)
                        .orElseThrow(NoSuchPageException::new),
                PATH,
                say("All services")));
    }

    @PostMapping(PATH + "/{service}")
    Reply hold(@PathVariable long service, @ModelAttribute TimesForm form, VisibleChart chart) {
        section.require();
        var path = PATH + "/" + service;
        var attempt = form.attempt();
        if (attempt.isEmpty() || form.chosen().isEmpty() || form.location().isEmpty()) {
            return Reply.redirect(path);
        }
        var acting = chart.actingFor().map(patient -> patient.id().toString()).orElse("");
        if (!acting.equals(form.patient() == null ? "" : form.patient())) {
            return Reply.redirect(form.back(path))
                    .refused(say("You now act for somebody else. Choose the time again."));
        }
        var wanted = new WantedTime(
                new ServiceId(service),
                form.practitioner().orElse(null),
                form.location().get(),
                form.chosen().get());
        return switch (booking.hold(chart, wanted, attempt.get())) {
            case Holding.Held held -> Reply.redirect("/appointments/" + held.reference() + "/booking");
            case Holding.Taken() -> Reply.redirect(form.back(path)).refused(BookingRight.taken());
            case Holding.TooMany(int most) -> Reply.redirect("/appointments").refused(BookingRight.tooMany(most));
            case Holding.AskedFirst() -> Reply.redirect(FirstFormsController.url(new ServiceId(service)));
            case Holding.NotOffered() -> throw new NoSuchPageException();
        };
    }
}
