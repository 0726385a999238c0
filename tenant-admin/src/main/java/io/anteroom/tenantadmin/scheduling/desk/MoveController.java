package io.anteroom.tenantadmin.scheduling.desk;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.DeskAnswer;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Gives an appointment another time. The form may begin with a time chosen in the calendar: {@code at} by the clinic's clocks,
 * {@code practitioner}, {@code location}, and the {@code view} to go back to.
 */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/appointments/{id}/time")
class MoveController {

    private static final MediaType WORDS = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final AppointmentDesk desk;
    private final DeskPages pages;

    MoveController(AppointmentDesk desk, DeskPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** A chosen time that is taken, or outside the hours, is said at once. */
    @GetMapping
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content form(@PathVariable long id, @RequestParam Map<String, String> sent) {
        Appointment appointment = pages.find(id);
        if (!appointment.state().awaited()) {
            return pages.notNow(appointment);
        }
        DeskForm form = DeskForm.of(appointment).from(sent.getOrDefault("view", ""));
        return pages.move(
                appointment,
                chosen(appointment, sent)
                        .map(time ->
                                answered(form.at(time, zone(time)), appointment, desk.tryMove(appointment.id(), time)))
                        .orElse(form));
    }

    /** Why a time chosen in the calendar can't be, in words; nothing (204) where the form can go on. */
    @GetMapping("/word")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    ResponseEntity<String> word(@PathVariable long id, @RequestParam Map<String, String> sent) {
        Appointment appointment = pages.find(id);
        String problem = chosen(appointment, sent)
                .map(time -> switch (desk.tryMove(appointment.id(), time)) {
                    case DeskAnswer.Taken() -> "Another appointment is there. Choose another time.";
                    case DeskAnswer.NotThere() -> notGiven(appointment) + ".";
                    case DeskAnswer.NotNow(var _) -> "It stands otherwise by now, so it can’t be moved.";
                    case DeskAnswer.Done(var _), DeskAnswer.OutsideHours(), DeskAnswer.Meanwhile(var _) -> "";
                })
                .orElse("Choose another time.");
        return problem.isEmpty()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().contentType(WORDS).body(problem);
    }

    @PostMapping
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
        DeskAnswer answer = desk.move(seen.id(), version, time.get(), form.anyway(), staff.actor());
        return switch (answer) {
            case DeskAnswer.Done(Appointment now) ->
                Reply.redirect(form.text("view").equals("week") ? DeskPages.week(now) : DeskPages.calendar(now))
                        .done(AppointmentWords.who(now) + " is moved to " + AppointmentWords.when(now));
            case DeskAnswer.OutsideHours(), DeskAnswer.Taken() ->
                Reply.page(HttpStatus.CONFLICT, pages.move(seen, answered(form, seen, answer)));
            case DeskAnswer.NotThere() -> Reply.invalid(pages.move(seen, answered(form, seen, answer)));
            default -> pages.refused(id, answer);
        };
    }

    private static DeskForm answered(DeskForm form, Appointment appointment, DeskAnswer answer) {
        return switch (answer) {
            case DeskAnswer.OutsideHours() -> form.outsideHours();
            case DeskAnswer.Taken() -> form.faulty("time", "Another appointment is there by now. Choose another time");
            case DeskAnswer.NotThere() -> form.faulty("practitioner", notGiven(appointment));
            case DeskAnswer.Done(var _), DeskAnswer.Meanwhile(var _), DeskAnswer.NotNow(var _) -> form;
        };
    }

    private static String notGiven(Appointment appointment) {
        return appointment.rules().service() + " isn’t given by this practitioner at this place, or no room is free";
    }

    /** The time chosen in the calendar; where it names no practitioner or place, they stay. */
    private Optional<WantedTime> chosen(Appointment appointment, Map<String, String> sent) {
        try {
            var at = LocalDateTime.parse(sent.getOrDefault("at", ""));
            if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
                return Optional.empty();
            }
            return Optional.of(new WantedTime(
                    appointment.service(),
                    number(sent, "practitioner").map(PractitionerId::new).orElse(appointment.practitioner()),
                    number(sent, "location")
                            .filter(pages.zones()::containsKey)
                            .map(LocationId::new)
                            .orElse(appointment.place().id()),
                    at.atZone(CurrentTenant.get().zone()).toInstant()));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private ZoneId zone(WantedTime time) {
        return Objects.requireNonNullElseGet(
                pages.zones().get(time.location().value()),
                () -> CurrentTenant.get().zone());
    }

    private static Optional<Long> number(Map<String, String> sent, String name) {
        return Optional.of(sent.getOrDefault(name, ""))
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
    }
}
