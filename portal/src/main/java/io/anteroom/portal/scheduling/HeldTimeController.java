package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.questionnaire.byservice.FormsFirst;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Booking;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBooking;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBookings;
import io.anteroom.clinic.scheduling.newcomer.Said;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The last step of a booking: the time that is held, what is agreed, and a word for the clinic. */
@Controller
@OnHost(Host.PORTAL)
class HeldTimeController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LONGEST_NOTE = 500;

    private final PatientAppointments appointments;
    private final PatientBooking booking;
    private final NewcomerBookings newcomers;
    private final PortalCookies cookies;
    private final CardPayments cards;
    private final FormsFirst forms;
    private final OpenSection section;
    private final Clock clock;

    HeldTimeController(
            PatientAppointments appointments,
            PatientBooking booking,
            NewcomerBookings newcomers,
            PortalCookies cookies,
            CardPayments cards,
            FormsFirst forms,
            OpenSection section,
            Clock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.newcomers = newcomers;
        this.cookies = cookies;
        this.cards = cards;
        this.forms = forms;
        this.section = section;
        this.clock = clock;
    }

    @GetMapping("/appointments/{reference}/booking")
    Reply show(@PathVariable String reference, VisibleChart chart, HttpServletRequest request) {
        section.require();
        var held = find(reference, chart);
        if (held.bookedAt() != null || held.state() == AppointmentState.AWAITING_PAYMENT) {
            return Reply.redirect("/appointments/" + reference);
        }
        return forms.missing(chart, held.service())
                ? Reply.redirect(FirstFormsController.url(held.service()))
                : Reply.page(page(held, saidBefore(request, chart), FormErrors.none(), chart));
    }

    /** What somebody wrote who came as a stranger, and whose code took longer than the time was held. */
    private String saidBefore(HttpServletRequest request, VisibleChart chart) {
        return cookies.booking(request)
                .flatMap(browser -> newcomers.find(browser, chart.viewer()))
                .map(NewcomerBooking::said)
                .map(Said::note)
                .orElse("");
    }

    @PostMapping("/appointments/{reference}/booking")
    Reply book(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String note,
            VisibleChart chart,
            HttpServletRequest request,
            HttpServletResponse response) {
        section.require();
        var held = find(reference, chart);
        String said = note.strip();
        if (said.length() > LONGEST_NOTE) {
            return Reply.invalid(page(
                    held,
                    note,
                    FormErrors.of(
                            "note",
                            say(
                                    "Say it in {most} characters; this is {length}",
                                    "most",
                                    LONGEST_NOTE,
                                    "length",
                                    said.length())),
                    chart));
        }
        if (held.rules().deposit() != null && held.bookedAt() == null && !cards.possible()) {
            return Reply.redirect("/appointments/" + reference + "/booking");
        }
        return switch (booking.book(chart, held.reference(), said.isEmpty() ? null : said)) {
            case Booking.Booked booked -> {
                cookies.booking(request).ifPresent(_ -> cookies.booked(response));
                yield Reply.redirect("/appointments/" + booked.reference());
            }
            case Booking.ToPay toPay -> {
                cookies.booking(request).ifPresent(_ -> cookies.booked(response));
                yield Reply.redirect("/appointments/" + toPay.reference() + "/deposit");
            }
            case Booking.AskedFirst() -> Reply.redirect(FirstFormsController.url(held.service()));
            case Booking.Gone() ->
                Reply.redirect(times(held))
                        .refused(say("The time was held for you for five minutes, and somebody else has it now. Please"
                                + " choose another."));
            case Booking.TooMany(int most) -> Reply.redirect("/appointments").refused(BookingRight.tooMany(most));
            case Booking.NotThere() -> throw new NoSuchPageException();
        };
    }

    private Content page(Appointment held, String note, FormErrors errors, VisibleChart chart) {
        Instant now = clock.instant();
        Instant until = held.heldUntil();
        String heldUntil = until == null || held.state() != AppointmentState.HELD || !until.isAfter(now)
                ? null
                : TimeWords.time(until.atZone(held.place().zone()));
        return TEMPLATES.schedulingBook(
                section.page(say("Book this time")),
                AppointmentCard.of(held, now),
                times(held),
                heldUntil,
                chart.several(),
                held.patient() == null && chart.several()
                        ? chart.actingFor().map(VisiblePatient::name).orElse(null)
                        : null,
                held.rules().deposit() != null,
                held.rules().deposit() == null || cards.possible(),
                note,
                errors);
    }

    private String times(Appointment held) {
        var today = LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
        return TimesForm.near("/appointments/new/" + held.service(), held, today);
    }

    private Appointment find(String reference, VisibleChart chart) {
        return Reference.parse(reference)
                .flatMap(appointments.in(chart)::find)
                .filter(appointment -> chart.viewer().account().equals(appointment.account()))
                .orElseThrow(NoSuchPageException::new);
    }
}
