package io.anteroom.tenantadmin.questionnaire;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.library.Library;
import io.anteroom.clinic.questionnaire.library.LibraryEntry;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Questionnaires: the list, a new one, and one with its versions. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires")
class LibraryController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Library library;
    private final QuestionnairePages pages;

    LibraryController(Library library, QuestionnairePages pages) {
        this.library = library;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.SEE_ANSWERS)
    Content list(StaffMember staff) {
        return TEMPLATES.questionnaireList(
                pages.page("Questionnaires"),
                QuestionnairePages.base(),
                library.list(),
                staff.may(Permission.MANAGE_QUESTIONNAIRES));
    }

    @GetMapping("/new")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content blank() {
        return form(new LinkedMultiValueMap<>(), FormErrors.none());
    }

    @PostMapping("/new")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply begin(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        var typed = new Typed(sent);
        String title = typed.line("title", 200, "Enter a title, as patients would read it");
        String description = typed.lines("description", 2_000);
        String question = typed.line("question", 2_000, "Enter the first question");
        if (!typed.faults().isEmpty()) {
            FormErrors errors = FormErrors.none();
            for (var fault : typed.faults()) {
                errors = errors.with(fault.field(), fault.message());
            }
            return Reply.invalid(form(sent, errors));
        }
        QuestionnaireId id = library.begin(title, description.isEmpty() ? null : description, question, staff.actor());
        return Reply.redirect(QuestionnairePages.url(id) + "/draft").done("Draft begun. Each step is saved");
    }

    private Content form(MultiValueMap<String, String> typed, FormErrors errors) {
        return TEMPLATES.questionnaireBegin(pages.page("New questionnaire"), QuestionnairePages.base(), typed, errors);
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_ANSWERS)
    Content show(@PathVariable long id, StaffMember staff) {
        LibraryEntry entry = find(id);
        return TEMPLATES.questionnaireShow(
                pages.page(entry.title()),
                QuestionnairePages.url(entry.id()),
                entry,
                library.versions(entry.id()),
                staff.may(Permission.MANAGE_QUESTIONNAIRES));
    }

    @PostMapping("/{id}/draft/begin")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply revise(@PathVariable long id, StaffMember staff) {
        LibraryEntry entry = find(id);
        library.revise(entry.id(), staff.actor());
        return Reply.redirect(QuestionnairePages.url(entry.id()) + "/draft");
    }

    @GetMapping("/{id}/draft/discarding")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content askToDiscard(@PathVariable long id) {
        LibraryEntry entry = find(id);
        if (entry.draft() == null) {
            throw new NoSuchPageException();
        }
        String url = QuestionnairePages.url(entry.id());
        return TEMPLATES.questionnaireAsk(
                pages.page("Discard the draft"),
                Confirmation.of(
                        "Discard the draft of " + entry.title() + "?",
                        List.of(
                                entry.latest() == null
                                        ? "It was never published, so nothing of it is left."
                                        : "Version " + entry.latest().number() + " stays as it is published."),
                        url + "/draft/discarding",
                        "Discard the draft",
                        url + "/draft"));
    }

    @PostMapping("/{id}/draft/discarding")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply discard(@PathVariable long id, StaffMember staff) {
        boolean left = library.discard(new QuestionnaireId(id), staff.actor());
        return Reply.redirect(left ? QuestionnairePages.url(new QuestionnaireId(id)) : QuestionnairePages.base())
                .done("Draft discarded");
    }

    @GetMapping("/{id}/retirement")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content askToRetire(@PathVariable long id) {
        LibraryEntry entry = find(id);
        String url = QuestionnairePages.url(entry.id());
        return TEMPLATES.questionnaireAsk(
                pages.page("Retire " + entry.title()),
                Confirmation.of(
                        "Retire " + entry.title() + "?",
                        List.of(
                                "Nobody is given it any more, by hand or with a booking.",
                                "Patients who have it can still fill it in; answers stay. You can take it up again."),
                        url + "/retirement",
                        "Retire it",
                        url));
    }

    @PostMapping("/{id}/retirement")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply retire(@PathVariable long id, StaffMember staff) {
        LibraryEntry entry = find(id);
        library.retire(entry.id(), true, staff.actor());
        return Reply.redirect(QuestionnairePages.url(entry.id())).done("Retired. Nobody is given it any more");
    }

    @PostMapping("/{id}/return")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply takeUp(@PathVariable long id, StaffMember staff) {
        LibraryEntry entry = find(id);
        library.retire(entry.id(), false, staff.actor());
        return Reply.redirect(QuestionnairePages.url(entry.id())).done("It can be given to patients again");
    }

    private LibraryEntry find(long id) {
        return library.find(new QuestionnaireId(id)).orElseThrow(NoSuchPageException::new);
    }
}
