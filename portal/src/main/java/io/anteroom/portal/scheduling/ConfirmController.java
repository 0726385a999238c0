package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.reminder.RemindedOf;
import io.anteroom.clinic.scheduling.reminder.ReminderLinks;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where a reminder's link leads, without signing in: a page with one button. To get it changes nothing, since programs that
 * look through mail get it too. Whoever guesses gets what a page gives that isn't there.
 */
@Controller
@OnHost(Host.PORTAL)
@RequestMapping("/confirm/{reference}/{key}")
class ConfirmController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final ReminderLinks links;
    private final OpenSection section;
    private final PortalPages pages;

    ConfirmController(ReminderLinks links, OpenSection section, PortalPages pages) {
        this.links = links;
        this.section = section;
        this.pages = pages;
    }

    @GetMapping
    Content ask(@PathVariable String reference, @PathVariable String key) {
        section.require();
        return Reference.parse(reference)
                .flatMap(appointment -> links.look(appointment, key))
                .map(reminded -> page(reminded, key))
                .orElseThrow(NoSuchPageException::new);
    }

    @PostMapping
    Reply confirm(@PathVariable String reference, @PathVariable String key) {
        section.require();
        RemindedOf reminded = Reference.parse(reference)
                .flatMap(appointment -> links.confirm(appointment, key))
                .orElseThrow(NoSuchPageException::new);
        return reminded.standing() == RemindedOf.Standing.CONFIRMED
                ? Reply.redirect(ReminderLinks.path(reminded.appointment(), key))
                : Reply.page(HttpStatus.CONFLICT, page(reminded, key));
    }

    private Content page(RemindedOf reminded, String key) {
        return TEMPLATES.schedulingConfirm(
                pages.signedOut(say("Your appointment")),
                ReminderLinks.path(reminded.appointment(), key),
                reminded,
                TimeWords.moment(reminded.start()),
                TimeWords.zone(reminded.start().getZone(), reminded.place()));
    }
}
