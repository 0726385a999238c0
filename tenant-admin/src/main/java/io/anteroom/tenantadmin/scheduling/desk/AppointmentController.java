package io.anteroom.tenantadmin.scheduling.desk;

import gg.jte.Content;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.deposit.Deposits;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One appointment: what it is, its state, and its end. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/appointments/{id}")
class AppointmentController {

    private final AppointmentDesk desk;
    private final Deposits deposits;
    private final DeskPages pages;
    private final Clock clock;

    AppointmentController(AppointmentDesk desk, Deposits deposits, DeskPages pages, Clock clock) {
        this.desk = desk;
        this.deposits = deposits;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content show(@PathVariable long id) {
        return pages.show(pages.find(id), "");
    }

    @PostMapping("/state")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Reply change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String then,
            StaffMember staff) {
        Appointment seen = pages.find(id);
        Actor.Staff by = staff.actor();
        DeskAnswer answer = switch (to) {
            case "confirmed" -> desk.confirm(seen.id(), version, by);
            case "arrived" -> desk.arrive(seen.id(), version, by);
            case "completed" -> desk.complete(seen.id(), version, by);
            case "missed" -> desk.miss(seen.id(), version, by);
            case "booked" -> desk.undo(seen.id(), version, by);
            default -> throw new NoSuchPageException();
        };
        return switch (answer) {
            case DeskAnswer.Done(Appointment now) ->
                Reply.redirect(then.equals("today") ? DeskPages.today() : DeskPages.url(now.id()))
                        .done(AppointmentWords.who(now) + ": "
                                + AppointmentWords.state(now.state()).word());
            case DeskAnswer.Taken() ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        pages.show(
                                pages.find(id),
                                "Another appointment is at this time by now, so it can’t be taken back."));
            default -> pages.refused(id, answer);
        };
    }

    @GetMapping("/cancellation")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content ask(@PathVariable long id) {
        Appointment appointment = pages.find(id);
        return appointment.state().awaited()
                ? pages.cancellation(appointment, clock.instant(), "", "")
                : pages.notNow(appointment);
    }

    @PostMapping("/cancellation")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Reply cancel(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        Appointment seen = pages.find(id);
        var typed = new Typed(sent);
        String because = typed.lines("because", 500);
        Optional<String> problem = typed.faults().stream().findFirst().map(fault -> fault.message());
        if (problem.isPresent()) {
            return Reply.invalid(pages.cancellation(seen, clock.instant(), typed.raw("because"), problem.get()));
        }
        DeskAnswer answer = desk.cancel(
                seen.id(), version, because.isEmpty() ? null : because, typed.ticked("keepDeposit"), staff.actor());
        return answer instanceof DeskAnswer.Done(Appointment now)
                ? Reply.redirect(DeskPages.url(now.id()))
                        .done(
                                pages.tellsPatients()
                                        ? "Cancelled. The patient is told in three minutes, unless you take it back"
                                        : "Cancelled. Nobody is told: the portal offers no appointments")
                : pages.refused(id, answer);
    }

    @GetMapping("/deposit")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content askToGiveBack(@PathVariable long id) {
        return pages.givingBack(pages.find(id));
    }

    @PostMapping("/deposit")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Reply giveBack(@PathVariable long id, StaffMember staff) {
        Appointment appointment = pages.find(id);
        var back = Reply.redirect(DeskPages.url(appointment.id()));
        return deposits.giveBack(appointment.id(), staff.actor())
                ? back.done("The deposit is on its way back")
                : back.refused("There is no deposit to give back");
    }
}
