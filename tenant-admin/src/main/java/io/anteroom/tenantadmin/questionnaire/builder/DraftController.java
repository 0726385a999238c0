package io.anteroom.tenantadmin.questionnaire.builder;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.library.Draft;
import io.anteroom.clinic.questionnaire.library.Drafts;
import io.anteroom.clinic.questionnaire.library.Edit;
import io.anteroom.clinic.questionnaire.library.Edited;
import io.anteroom.clinic.questionnaire.library.Fingerprint;
import io.anteroom.clinic.questionnaire.library.Publishing;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.questionnaire.QuestionnairePages;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft as a whole: its outline and preview, what stands above its questions, and publishing it. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires/{id}/draft")
class DraftController {

    private final Drafts drafts;
    private final BuilderPages pages;

    DraftController(Drafts drafts, BuilderPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content show(@PathVariable long id, @RequestParam(defaultValue = "1") int screen) {
        return pages.outline(pages.draft(id), screen, FormErrors.none());
    }

    @GetMapping("/heading")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content heading(@PathVariable long id) {
        Draft draft = pages.draft(id);
        var values = new ItemForm.Values()
                .put("seen", Fingerprint.ofHeading(draft.form()))
                .put("title", draft.form().title())
                .put("description", draft.form().description())
                .put("language", draft.form().language());
        return pages.heading(draft, new ItemForm(ItemKind.GROUP, values.map(), FormErrors.none(), null));
    }

    @PostMapping("/heading")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply saveHeading(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        Draft draft = pages.draft(id);
        ItemForm form = ItemForm.typed(ItemKind.GROUP, sent);
        Typed typed = form.read();
        String title = typed.line("title", 200, "Enter a title, as patients would read it");
        String description = typed.lines("description", 4_000);
        String language = typed.line("language", 35);
        if (!language.isEmpty() && !isLanguage(language)) {
            typed.wrong("language", "Enter a code of a language, like en or de");
        }
        if (!typed.faults().isEmpty()) {
            return Reply.invalid(pages.heading(draft, form.faulty(typed.faults())));
        }
        var edit = new Edit.Heading(
                title,
                description.isEmpty() ? null : description,
                language.isEmpty() ? null : language,
                form.text("seen"));
        return switch (drafts.change(draft.id(), edit, staff.actor())) {
            case Edited.Saved _ -> Reply.redirect(BuilderPages.url(id)).done("Saved");
            case Edited.Refused(String why) ->
                Reply.invalid(pages.heading(draft, new ItemForm(ItemKind.GROUP, sent, FormErrors.ofForm(why), null)));
            case Edited.Meanwhile(String by) ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        pages.heading(
                                draft,
                                form.over(
                                        by,
                                        Fingerprint.ofHeading(pages.draft(id).form()))));
            case Edited.Gone() -> throw new NoSuchPageException();
        };
    }

    private static boolean isLanguage(String code) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(code)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    @PostMapping("/publication")
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply publish(@PathVariable long id, @RequestParam int revision, StaffMember staff) {
        var questionnaire = new QuestionnaireId(id);
        return switch (drafts.publish(questionnaire, revision, staff.actor())) {
            case Publishing.Published(int number) ->
                Reply.redirect(QuestionnairePages.url(questionnaire))
                        .done("Version " + number + " is published. Patients are given it from now on");
            case Publishing.Refused _ ->
                Reply.invalid(pages.outline(
                        pages.draft(id), 1, FormErrors.ofForm("Do what is listed below first, then publish")));
            case Publishing.Meanwhile(String by) ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        pages.outline(
                                pages.draft(id),
                                1,
                                FormErrors.ofForm(
                                        by
                                                + " changed the draft while you looked at it. Look at it again, then publish")));
            case Publishing.Gone() -> throw new NoSuchPageException();
        };
    }
}
