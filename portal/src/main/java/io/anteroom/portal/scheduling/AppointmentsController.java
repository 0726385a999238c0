package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.questionnaire.assignment.PatientForms;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.deposit.Deposits;
import io.anteroom.clinic.scheduling.rules.BookingRulesBook;
import io.anteroom.clinic.scheduling.waitlist.Waitlist;
import io.anteroom.clinic.scheduling.waitlist.WaitlistOffers;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.questionnaire.FormCard;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The appointments of those somebody signed in acts for. */
@Controller
@OnHost(Host.PORTAL)
class AppointmentsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientAppointments appointments;
    private final Waitlist waitlist;
    private final WaitlistOffers offers;
    private final Deposits deposits;
    private final OpenSection section;
    private final BookingRulesBook rules;
    private final PatientForms forms;
    private final Clock clock;

    AppointmentsController(
            PatientAppointments appointments,
            Waitlist waitlist,
            WaitlistOffers offers,
            Deposits deposits,
            OpenSection section,
            BookingRulesBook rules,
            PatientForms forms,
            Clock clock) {
        this.appointments = appointments;
        this.waitlist = waitlist;
        this.offers = offers;
        this.deposits = deposits;
        this.rules = rules;
        this.forms = forms;
        this.section = section;
        this.clock = clock;
    }

    @GetMapping("/appointments")
    JteModel list(VisibleChart chart) {
        var page = section.page(say("Appointments"));
        var visible = appointments.in(chart);
        var waits = waitlist.of(chart).stream().map(WaitCard::of).toList();
        return TEMPLATES.schedulingList(
                page,
                cards(visible.ahead()),
                cards(visible.past()),
                waits.isEmpty()
                        ? List.of()
                        : offers.open(chart).stream()
                                .map(offer -> OfferCard.of(offer, clock.instant()))
                                .toList(),
                waits,
                chart.several(),
                rules.current().book(),
                BookingRight.of(chart).why());
    }

    @OfAnyPatient
    @GetMapping("/appointments/{reference}")
    Reply show(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var appointment =
                Reference.parse(reference).flatMap(appointments.in(chart)::find).orElseThrow(NoSuchPageException::new);
        if (appointment.state() == AppointmentState.AWAITING_PAYMENT) {
            return Reply.redirect("/appointments/" + reference + "/deposit");
        }
        if (appointment.state() == AppointmentState.HELD || appointment.state() == AppointmentState.EXPIRED) {
            return Reply.redirect("/appointments/" + reference + "/booking");
        }
        var now = clock.instant();
        return Reply.page(TEMPLATES.schedulingShow(
                section.page(say("Appointment")),
                AppointmentCard.of(appointment, now),
                chart.several(),
                rules.current(),
                deposits.of(appointment).map(DepositWords::of).orElse(null),
                UndoOffer.of(appointment, now),
                stillWaiting(appointment, chart),
                toFillIn(appointment, chart, now)));
    }

    /** What is to be filled in before one comes. */
    private List<FormCard> toFillIn(Appointment appointment, VisibleChart chart, Instant now) {
        return section.offersForms() && appointment.isAhead(now)
                ? forms.openWith(chart, appointment.id()).stream()
                        .map(form -> FormCard.of(form, now))
                        .toList()
                : List.of();
    }

    /** Whether one waits on for what is booked. */
    private @Nullable WaitCard stillWaiting(Appointment appointment, VisibleChart chart) {
        var patient = appointment.patient();
        return patient == null || !appointment.isAhead(clock.instant())
                ? null
                : waitlist.find(chart, patient, appointment.service())
                        .map(WaitCard::of)
                        .orElse(null);
    }

    private List<AppointmentCard> cards(List<Appointment> all) {
        Instant now = clock.instant();
        return all.stream().map(one -> AppointmentCard.of(one, now)).toList();
    }
}
