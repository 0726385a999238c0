package io.anteroom.portal.scheduling.waitlist;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.waitlist.Joining;
import io.anteroom.clinic.scheduling.waitlist.Waitlist;
import io.anteroom.clinic.scheduling.waitlist.WaitlistEntry;
import io.anteroom.clinic.scheduling.waitlist.WaitlistEntryId;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.scheduling.BookingRight;
import io.anteroom.portal.scheduling.OpenSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Going on the waitlist, saying what would suit, and leaving it. */
@Controller
@OnHost(Host.PORTAL)
class WaitlistController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/appointments/waitlist";
    private static final String LIST = "/appointments";

    private final Waitlist waitlist;
    private final OpenSection section;
    private final Clock clock;

    WaitlistController(Waitlist waitlist, OpenSection section, Clock clock) {
        this.waitlist = waitlist;
        this.section = section;
        this.clock = clock;
    }

    @GetMapping(PATH + "/new/{service}")
    Reply ask(@PathVariable long service, @ModelAttribute WaitForm form, VisibleChart chart) {
        section.require();
        var acting = chart.actingFor();
        if (acting.isEmpty() || BookingRight.of(chart).why() != null) {
            return Reply.redirect(LIST);
        }
        var id = new ServiceId(service);
        var already = waitlist.find(chart, acting.get().id(), id);
        if (already.isPresent()) {
            return Reply.redirect(own(already.get()));
        }
        return Reply.page(
                beginning(choices(id), id, WaitForm.beginning(form, today()), acting.get(), chart, FormErrors.none()));
    }

    @PostMapping(PATH + "/new/{service}")
    Reply join(@PathVariable long service, @ModelAttribute WaitForm form, VisibleChart chart) {
        section.require();
        var id = new ServiceId(service);
        var acting = chart.actingFor();
        var attempt = form.attempt();
        if (acting.isEmpty() || attempt.isEmpty()) {
            return Reply.redirect(PATH + "/new/" + service);
        }
        if (!acting.get().id().toString().equals(form.patient())) {
            return Reply.redirect(PATH + "/new/" + service)
                    .refused(say("You now act for somebody else. Say again what would suit."));
        }
        var found = choices(id);
        var errors = form.errors(today());
        if (errors.any()) {
            return Reply.invalid(beginning(found, id, form, acting.get(), chart, errors));
        }
        return switch (waitlist.join(chart, id, form.wish(), attempt.get())) {
            case Joining.Joined _ ->
                Reply.redirect(LIST)
                        .done(say("You are on the waitlist. We tell you when a time comes free that suits"));
            case Joining.Already(var entry) ->
                Reply.redirect(PATH + "/" + entry)
                        .refused(say("You are on the waitlist already. This is what you said."));
            case Joining.TooMany(int most) ->
                Reply.redirect(LIST)
                        .refused(say(
                                "You can wait for {most, plural, one {# thing} other {# things}} at once. Leave the waitlist"
                                        + " for one of them first.",
                                "most",
                                most));
            case Joining.NotOffered _ -> throw new NoSuchPageException();
        };
    }

    @OfAnyPatient
    @GetMapping(PATH + "/{entry}")
    Reply show(@PathVariable long entry, VisibleChart chart) {
        section.require();
        var waiting = find(entry, chart);
        return waitlist.choices(waiting.service()).isEmpty()
                ? Reply.redirect(own(waiting) + "/leaving")
                : Reply.page(page(waiting, WaitForm.of(waiting.wish()), chart, FormErrors.none()));
    }

    @OfAnyPatient
    @PostMapping(PATH + "/{entry}")
    Reply change(@PathVariable long entry, @ModelAttribute WaitForm form, VisibleChart chart) {
        section.require();
        var waiting = find(entry, chart);
        var errors = form.errors(today());
        if (errors.any()) {
            return Reply.invalid(page(waiting, form, chart, errors));
        }
        return waitlist.change(chart, waiting.id(), form.wish())
                ? Reply.redirect(LIST).done(say("Saved. You keep your place on the waitlist"))
                : Reply.redirect(own(waiting)).refused(say("This can’t be waited for any more."));
    }

    @OfAnyPatient
    @GetMapping(PATH + "/{entry}/leaving")
    Reply askToLeave(@PathVariable long entry, VisibleChart chart) {
        section.require();
        var waiting = find(entry, chart);
        return Reply.page(TEMPLATES.schedulingCancel(
                section.page(say("Leave the waitlist")),
                Confirmation.of(
                        say("Leave the waitlist?"),
                        List.of(
                                say(
                                        "{service}, for {patient}.",
                                        "service",
                                        waiting.serviceName(),
                                        "patient",
                                        waiting.patientName()),
                                say("You are offered no more times, and lose your place on the list.")),
                        own(waiting) + "/leaving",
                        say("Leave the waitlist"),
                        own(waiting))));
    }

    /** Whoever has left already is told the same. */
    @OfAnyPatient
    @PostMapping(PATH + "/{entry}/leaving")
    Reply leave(@PathVariable long entry, VisibleChart chart) {
        section.require();
        waitlist.leave(chart, new WaitlistEntryId(entry));
        return Reply.redirect(LIST).done(say("You are no longer on the waitlist"));
    }

    private Content beginning(
            FoundSlots found,
            ServiceId service,
            WaitForm form,
            VisiblePatient patient,
            VisibleChart chart,
            FormErrors errors) {
        return TEMPLATES.schedulingWaitlistWait(
                section.page(say("Waitlist")),
                WaitPage.of(
                        found,
                        form,
                        PATH + "/new/" + service,
                        false,
                        patient.id().toString(),
                        chart.several() ? patient.name() : null,
                        errors));
    }

    private Content page(WaitlistEntry entry, WaitForm form, VisibleChart chart, FormErrors errors) {
        return TEMPLATES.schedulingWaitlistWait(
                section.page(say("Waitlist")),
                WaitPage.of(
                        choices(entry.service()),
                        form,
                        own(entry),
                        true,
                        entry.patient().toString(),
                        chart.several() ? entry.patientName() : null,
                        errors));
    }

    private FoundSlots choices(ServiceId service) {
        return waitlist.choices(service).orElseThrow(NoSuchPageException::new);
    }

    private WaitlistEntry find(long entry, VisibleChart chart) {
        return waitlist.find(chart, new WaitlistEntryId(entry)).orElseThrow(NoSuchPageException::new);
    }

    private static String own(WaitlistEntry entry) {
        return PATH + "/" + entry.id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }
}
