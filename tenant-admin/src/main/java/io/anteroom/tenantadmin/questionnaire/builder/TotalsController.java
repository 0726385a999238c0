package io.anteroom.tenantadmin.questionnaire.builder;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.definition.Total;
import io.anteroom.clinic.questionnaire.library.Draft;
import io.anteroom.clinic.questionnaire.library.Drafts;
import io.anteroom.clinic.questionnaire.library.Edit;
import io.anteroom.clinic.questionnaire.library.Edited;
import io.anteroom.clinic.questionnaire.library.Fingerprint;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is added up of the answers, and what sums mean. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/questionnaires/{id}/draft/totals")
class TotalsController {

    private final Drafts drafts;
    private final BuilderPages pages;

    TotalsController(Drafts drafts, BuilderPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Content show(@PathVariable long id) {
        Draft draft = pages.draft(id);
        return pages.totals(draft, TotalReading.stored(draft.form()));
    }

    @PostMapping
    @Needs(Permission.MANAGE_QUESTIONNAIRES)
    Reply save(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        Draft draft = pages.draft(id);
        ItemForm form = ItemForm.typed(ItemKind.GROUP, sent);
        Typed typed = form.read();
        List<Total> totals = TotalReading.read(form, typed, draft.form());
        if (!typed.faults().isEmpty()) {
            return Reply.invalid(pages.totals(draft, form.faulty(typed.faults())));
        }
        return switch (drafts.change(draft.id(), new Edit.Totals(totals, form.text("seen")), staff.actor())) {
            case Edited.Saved _ -> Reply.redirect(BuilderPages.url(id)).done("Saved");
            case Edited.Refused(String why) ->
                Reply.invalid(pages.totals(draft, new ItemForm(ItemKind.GROUP, sent, FormErrors.ofForm(why), null)));
            case Edited.Meanwhile(String by) ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        pages.totals(
                                draft,
                                form.over(
                                        by, Fingerprint.ofTotals(pages.draft(id).form()))));
            case Edited.Gone() -> throw new NoSuchPageException();
        };
    }
}
