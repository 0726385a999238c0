package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.Changing;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.deposit.DepositStanding;
import io.anteroom.clinic.scheduling.deposit.Deposits;
import io.anteroom.clinic.scheduling.rules.BookingRulesBook;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Moving an appointment, calling it off, and taking that back. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class ChangeController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PatientAppointments appointments;
    private final PatientBooking booking;
    private final TimeFinder times;
    private final MoveChoices choices;
    private final Deposits deposits;
    private final OpenSection section;
    private final BookingRulesBook rules;
    private final Clock clock;

    ChangeController(
            PatientAppointments appointments,
            PatientBooking booking,
            TimeFinder times,
            MoveChoices choices,
            Deposits deposits,
            OpenSection section,
            BookingRulesBook rules,
            Clock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.times = times;
        this.choices = choices;
        this.deposits = deposits;
        this.section = section;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/appointments/{reference}/cancellation")
    Reply askToCancel(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var appointment = find(reference, chart);
        if (!appointment.mayChange(clock.instant()) || !mayCancel(appointment)) {
            return Reply.redirect(own(appointment));
        }
        return Reply.page(TEMPLATES.schedulingCancel(
                section.page(say("Cancel the appointment")),
                Confirmation.of(
                                say("Cancel this appointment?"),
                                consequences(appointment),
                                own(appointment) + "/cancellation",
                                say("Cancel the appointment"),
                                own(appointment))
                        .no(say("Keep it"))));
    }

    private List<String> consequences(Appointment appointment) {
        var time = say(
                "{when}, with {practitioner}.",
                "when",
                TimeWords.span(appointment),
                "practitioner",
                appointment.practitionerName());
        var free = say("The time becomes free for others.");
        return deposits.of(appointment)
                .filter(deposit -> deposit.state() == DepositStanding.State.PAID)
                .map(deposit -> List.of(time, free, DepositWords.comesBack(deposit)))
                .orElseGet(() -> List.of(time, free));
    }

    @PostMapping("/appointments/{reference}/cancellation")
    Reply cancel(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var appointment = find(reference, chart);
        return answer(appointment, booking.cancel(chart, appointment.reference()), null);
    }

    @PostMapping("/appointments/{reference}/restoration")
    Reply restore(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var appointment = find(reference, chart);
        return answer(
                appointment, booking.restore(chart, appointment.reference()), say("Your appointment stands as before"));
    }

    @GetMapping("/appointments/{reference}/time")
    Reply times(@PathVariable String reference, @ModelAttribute TimesForm form, VisibleChart chart) {
        var page = section.page(say("Choose another time"));
        var appointment = find(reference, chart);
        if (!appointment.mayChange(clock.instant()) || !rules.current().move()) {
            return Reply.redirect(own(appointment));
        }
        var path = own(appointment) + "/time";
        var found = times.page(appointment.service(), form, path, path + "/confirmation", appointment, chart);
        return found.isEmpty()
                ? Reply.redirect(own(appointment))
                        .refused(say("This appointment can’t be moved here. Please call the clinic."))
                : Reply.page(TEMPLATES.schedulingTimes(
                        page, found.get(), own(appointment), say("Keep the appointment as it is")));
    }

    @GetMapping("/appointments/{reference}/time/confirmation")
    Reply askToMove(@PathVariable String reference, @ModelAttribute TimesForm form, VisibleChart chart) {
        var page = section.page(say("Move the appointment"));
        var appointment = find(reference, chart);
        var wanted = wanted(appointment, form);
        if (wanted.isEmpty() || !appointment.mayChange(clock.instant())) {
            return Reply.redirect(own(appointment) + "/time");
        }
        if (isThere(appointment, wanted.get())) {
            return Reply.redirect(own(appointment));
        }
        var back = form.back(own(appointment) + "/time");
        var choice = choices.of(appointment, wanted.get());
        if (choice.isEmpty()) {
            return Reply.redirect(back).refused(BookingRight.taken());
        }
        return Reply.page(TEMPLATES.schedulingMove(
                page,
                AppointmentCard.of(appointment, clock.instant()),
                choice.get(),
                back,
                own(appointment) + "/time",
                wanted.get().start().toString(),
                wanted.get().location().toString(),
                form.with() == null ? "" : form.with()));
    }

    @PostMapping("/appointments/{reference}/time")
    Reply move(@PathVariable String reference, @ModelAttribute TimesForm form, VisibleChart chart) {
        section.require();
        var appointment = find(reference, chart);
        var wanted = wanted(appointment, form);
        return wanted.isEmpty()
                ? Reply.redirect(own(appointment) + "/time")
                : answer(appointment, booking.move(chart, appointment.reference(), wanted.get()), null);
    }

    @PostMapping("/appointments/{reference}/time/restoration")
    Reply moveBack(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var appointment = find(reference, chart);
        return answer(
                appointment,
                booking.moveBack(chart, appointment.reference()),
                say("Your appointment has its old time again"));
    }

    /** As where somebody goes back after a move. */
    private static boolean isThere(Appointment appointment, WantedTime wanted) {
        var whom = wanted.practitioner();
        return appointment.start().equals(wanted.start())
                && appointment.place().id().equals(wanted.location())
                && (whom == null || whom.equals(appointment.practitioner()));
    }

    private static Optional<WantedTime> wanted(Appointment appointment, TimesForm form) {
        return form.chosen()
                .flatMap(start -> form.location()
                        .map(location -> new WantedTime(
                                appointment.service(), form.practitioner().orElse(null), location, start)));
    }

    private static Reply answer(Appointment appointment, Changing changing, @Nullable String done) {
        var back = Reply.redirect(own(appointment));
        return switch (changing) {
            case Changing.Done _ -> done == null ? back : back.done(done);
            case Changing.TooLate _ -> back;
            case Changing.Taken() ->
                back.refused(say("Somebody else has taken that time. Your appointment is as you see it here."));
            case Changing.NotNow _ -> back.refused(say("This can’t be changed any more"));
            case Changing.NotThere() -> throw new NoSuchPageException();
        };
    }

    private boolean mayCancel(Appointment appointment) {
        return rules.current().cancel() || appointment.isFresh(clock.instant());
    }

    private static String own(Appointment appointment) {
        return "/appointments/" + appointment.reference();
    }

    private Appointment find(String reference, VisibleChart chart) {
        return Reference.parse(reference)
                .flatMap(appointments.in(chart)::find)
                .filter(appointment -> appointment.bookedAt() != null)
                .orElseThrow(NoSuchPageException::new);
    }
}
