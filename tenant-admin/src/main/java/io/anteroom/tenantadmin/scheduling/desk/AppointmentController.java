package io.anteroom.tenantadmin.scheduling.desk;

import gg.jte.Content;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One appointment: what it is, its state, its time, and its end. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/appointments/{id}")
class AppointmentController {

    private static final String MEANWHILE = "Somebody changed it while you had it open. This is how it is now.";
    private static final String NOT_NOW = "It stands otherwise by now, so this can’t be done.";

    private final AppointmentDesk desk;
    private final DeskPages pages;

    AppointmentController(AppointmentDesk desk, DeskPages pages) {
        this.desk = desk;
        this.pages = pages;
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
            default -> refused(id, answer);
        };
    }

    @GetMapping("/time")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content time(@PathVariable long id) {
        Appointment appointment = pages.find(id);
        return appointment.state().awaited()
                ? pages.move(appointment, DeskForm.of(appointment))
                : pages.show(appointment, NOT_NOW);
    }

    @PostMapping("/time")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Reply move(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        Appointment seen = pages.find(id);
        DeskForm form = DeskForm.of(sent);
        var typed = new Typed(sent);
        var time = form.time(typed, seen.service(), pages.zones());
        if (time.isEmpty()) {
            return Reply.invalid(pages.move(seen, form.faulty(typed.faults())));
        }
        DeskAnswer answer = desk.move(new AppointmentId(id), version, time.get(), form.anyway(), staff.actor());
        return switch (answer) {
            case DeskAnswer.Done(Appointment now) ->
                Reply.redirect(DeskPages.calendar(now))
                        .done(AppointmentWords.who(now) + " is moved to " + AppointmentWords.when(now));
            case DeskAnswer.OutsideHours() -> Reply.page(HttpStatus.CONFLICT, pages.move(seen, form.outsideHours()));
            case DeskAnswer.Taken() ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        pages.move(
                                seen, form.faulty("time", "Another appointment is there by now. Choose another time")));
            case DeskAnswer.NotThere() ->
                Reply.invalid(pages.move(
                        seen,
                        form.faulty(
                                "practitioner",
                                seen.rules().service()
                                        + " isn’t given by this practitioner at this place, or no room is free")));
            default -> refused(id, answer);
        };
    }

    @GetMapping("/cancellation")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content ask(@PathVariable long id) {
        Appointment appointment = pages.find(id);
        return appointment.state().awaited()
                ? pages.cancellation(appointment, "", "")
                : pages.show(appointment, NOT_NOW);
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
            return Reply.invalid(pages.cancellation(seen, typed.raw("because"), problem.get()));
        }
        DeskAnswer answer = desk.cancel(seen.id(), version, because.isEmpty() ? null : because, staff.actor());
        return answer instanceof DeskAnswer.Done(Appointment now)
                ? Reply.redirect(DeskPages.url(now.id()))
                        .done(
                                pages.tellsPatients()
                                        ? "Cancelled. The patient is told in three minutes, unless you take it back"
                                        : "Cancelled. Nobody is told: the portal offers no appointments")
                : refused(id, answer);
    }

    private Reply refused(long id, DeskAnswer answer) {
        return switch (answer) {
            case DeskAnswer.Meanwhile(Appointment now) -> Reply.page(HttpStatus.CONFLICT, pages.show(now, MEANWHILE));
            case DeskAnswer.NotNow(var _) -> Reply.page(HttpStatus.CONFLICT, pages.show(pages.find(id), NOT_NOW));
            default -> throw new NoSuchPageException();
        };
    }
}
