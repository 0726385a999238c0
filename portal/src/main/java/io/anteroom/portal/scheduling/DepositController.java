package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.deposit.Deposits;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The deposit of a time that is kept until it is paid: before, and back from the card page. How it stands is asked of the
 * payment provider before the page says anything.
 */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
class DepositController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/appointments/{reference}/deposit";

    private final PatientAppointments appointments;
    private final Deposits deposits;
    private final OpenSection section;
    private final Links links;
    private final Clock clock;

    DepositController(
            PatientAppointments appointments, Deposits deposits, OpenSection section, Links links, Clock clock) {
        this.appointments = appointments;
        this.deposits = deposits;
        this.section = section;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Reply show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String payment,
            @RequestParam(defaultValue = "false") boolean left,
            VisibleChart chart,
            HttpServletRequest request) {
        section.require();
        deposits.reconcile(find(reference, chart));
        var appointment = find(reference, chart);
        boolean fragment = Htmx.wantsFragment(request);
        var standing = deposits.of(appointment);
        if (standing.isEmpty() || (appointment.bookedAt() != null && !fragment)) {
            return Reply.redirect("/appointments/" + reference);
        }
        var came = payment.isEmpty()
                ? DepositPage.Came.HERE
                : left ? DepositPage.Came.WITHOUT_PAYING : DepositPage.Came.FROM_PAYING;
        var now = clock.instant();
        var deposit = DepositPage.of(appointment, standing.get(), came, now);
        return Reply.page(
                fragment
                        ? TEMPLATES.schedulingDepositOutcome(deposit)
                        : TEMPLATES.schedulingDeposit(
                                section.page(deposit.title()),
                                deposit,
                                AppointmentCard.of(appointment, now),
                                chart.several()));
    }

    @PostMapping(PATH)
    Reply pay(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var appointment = find(reference, chart);
        return switch (deposits.pay(appointment, urls(reference), chart.actor())) {
            case CheckoutStart.Redirect redirect ->
                Reply.redirect(redirect.page().toString());
            case CheckoutStart.Refused(CheckoutStart.Reason reason) ->
                Reply.redirect("/appointments/" + reference + "/deposit").refused(words(reason));
        };
    }

    @PostMapping(PATH + "/surrender")
    Reply giveUp(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var appointment = find(reference, chart);
        return deposits.giveUp(appointment, chart.actor())
                        && find(reference, chart).bookedAt() == null
                ? Reply.redirect("/appointments").done(say("The time is free again. No money was taken"))
                : Reply.redirect("/appointments/" + reference + "/deposit");
    }

    private CheckoutReturn urls(String reference) {
        String back = links.portal(CurrentTenant.get().slug(), "/appointments/" + reference + "/deposit");
        return new CheckoutReturn(URI.create(back), URI.create(back + "?left=true"));
    }

    private static String words(CheckoutStart.Reason reason) {
        return switch (reason) {
            case NOT_OPEN, NOT_POSITIVE, MORE_THAN_DUE, OTHER_CURRENCY ->
                say("This deposit can’t be paid any more. This is how the appointment stands now.");
            case NOT_CHARGEABLE -> say("This amount can’t be paid by card. Please call the clinic to book.");
            case BEING_PROCESSED -> say("An earlier payment is still being processed. You don’t need to pay again.");
            case CLINIC_CANNOT_CHARGE ->
                say("The clinic can’t take card payments at the moment. Please call the clinic to book.");
            case TRY_AGAIN ->
                say("The payment page did not answer. This try has charged you nothing. Please try again in a minute.");
        };
    }

    private Appointment find(String reference, VisibleChart chart) {
        return Reference.parse(reference)
                .flatMap(appointments.in(chart)::find)
                .filter(appointment -> appointment.rules().deposit() != null)
                .orElseThrow(NoSuchPageException::new);
    }
}
