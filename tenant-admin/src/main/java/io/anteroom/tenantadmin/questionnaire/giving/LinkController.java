package io.anteroom.tenantadmin.questionnaire.giving;

import gg.jte.Content;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.library.Library;
import io.anteroom.clinic.questionnaire.library.LibraryEntry;
import io.anteroom.clinic.questionnaire.link.FormLinkId;
import io.anteroom.clinic.questionnaire.link.FormLinks;
import io.anteroom.clinic.questionnaire.link.Sent;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.questionnaire.QuestionnairePages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sending a questionnaire by email to somebody who has no access yet, and what became of it. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires/{id}/links")
class LinkController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final FormLinks links;
    private final Library library;
    private final QuestionnairePages pages;
    private final Clock clock;

    LinkController(FormLinks links, Library library, QuestionnairePages pages, Clock clock) {
        this.links = links;
        this.library = library;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.SEE_ANSWERS)
    Content show(@PathVariable long id) {
        return page(find(id), new LinkedMultiValueMap<>(), FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.SEE_ANSWERS)
    Reply send(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        LibraryEntry entry = find(id);
        var typed = new Typed(sent);
        Optional<SignInAddress> email = SignInAddress.email(typed.raw("email").strip());
        if (email.isEmpty()) {
            typed.wrong("email", "Enter an email address, like name@example.org");
        }
        LocalDate due = due(typed);
        FormErrors errors = FormErrors.none();
        for (var fault : typed.faults()) {
            errors = errors.with(fault.field(), fault.message());
        }
        if (errors.any()) {
            return Reply.invalid(page(entry, sent, errors));
        }
        return switch (links.send(entry.id(), email.orElseThrow(), due, staff.actor())) {
            case Sent.OnItsWay _ ->
                Reply.redirect(url(entry.id())).done("Sent to " + email.get().value());
            case Sent.NotOffered _ ->
                refused(
                        entry,
                        sent,
                        "It can’t be sent: the questionnaire is given to nobody, or your portal is off or offers no forms");
            case Sent.NoCodesByEmail _ ->
                refused(
                        entry,
                        sent,
                        "It can’t be sent: your clinic sends no codes by email, so nobody could prove that the address is theirs");
            case Sent.TooMany(int most) ->
                refused(entry, sent, "Your clinic has sent " + most + " links since yesterday. Send more tomorrow");
        };
    }

    private Reply refused(LibraryEntry entry, MultiValueMap<String, String> sent, String why) {
        return Reply.invalid(page(entry, sent, FormErrors.ofForm(why)));
    }

    private @Nullable LocalDate due(Typed typed) {
        LocalDate due = typed.dayOrNull("due", "Enter a day, or leave it empty");
        if (due != null
                && due.isBefore(
                        LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone()))) {
            typed.wrong("due", "Enter today or a day to come");
        }
        return due;
    }

    @PostMapping("/{link}/ending")
    @Needs(Permission.SEE_ANSWERS)
    Reply end(@PathVariable long id, @PathVariable long link, StaffMember staff) {
        LibraryEntry entry = find(id);
        var back = Reply.redirect(url(entry.id()));
        return links.end(entry.id(), new FormLinkId(link), staff.actor())
                ? back.done("Taken back. The link leads nowhere now")
                : back.refused("It was used meanwhile, or is over already");
    }

    private Content page(LibraryEntry entry, MultiValueMap<String, String> typed, FormErrors errors) {
        return TEMPLATES.questionnaireGivingLinks(
                pages.page("Send " + entry.title() + " by link"),
                url(entry.id()),
                entry,
                links.of(entry.id()),
                typed,
                errors,
                clock.instant());
    }

    private LibraryEntry find(long id) {
        return library.find(new QuestionnaireId(id))
                .filter(entry -> entry.latest() != null)
                .orElseThrow(NoSuchPageException::new);
    }

    private static String url(QuestionnaireId id) {
        return QuestionnairePages.url(id) + "/links";
    }
}
