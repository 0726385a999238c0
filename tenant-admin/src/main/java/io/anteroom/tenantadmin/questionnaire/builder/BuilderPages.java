package io.anteroom.tenantadmin.questionnaire.builder;

import gg.jte.Content;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.library.Draft;
import io.anteroom.clinic.questionnaire.library.Drafts;
import io.anteroom.clinic.questionnaire.library.Edited;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.tenantadmin.questionnaire.QuestionnairePages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds drafts, and draws the pages that several controllers answer with. */
@Component
class BuilderPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Drafts drafts;
    private final PublishedPortals portals;
    private final QuestionnairePages pages;

    BuilderPages(Drafts drafts, PublishedPortals portals, QuestionnairePages pages) {
        this.drafts = drafts;
        this.portals = portals;
        this.pages = pages;
    }

    Draft draft(long id) {
        return drafts.find(new QuestionnaireId(id)).orElseThrow(NoSuchPageException::new);
    }

    static Item item(Draft draft, String linkId) {
        return draft.form().item(linkId).orElseThrow(NoSuchPageException::new);
    }

    static String url(long id) {
        return QuestionnairePages.url(new QuestionnaireId(id)) + "/draft";
    }

    /** The address of the form of one item. */
    static String itemUrl(long id, String linkId) {
        return url(id) + "/item?item=" + encoded(linkId);
    }

    static String encoded(String linkId) {
        return URLEncoder.encode(linkId, StandardCharsets.UTF_8);
    }

    Content outline(Draft draft, int screen, FormErrors errors) {
        return TEMPLATES.questionnaireBuilderOutline(
                pages.page(draft.form().title()),
                url(draft.id().value()),
                draft,
                Outline.of(draft.form()),
                ScreenPreview.of(draft.form(), screen, portals.current().design()),
                Drafts.unfinished(draft.form()),
                errors);
    }

    Content heading(Draft draft, ItemForm form) {
        return TEMPLATES.questionnaireBuilderHeading(
                pages.page("Title and introduction"), url(draft.id().value()), draft, form);
    }

    /** The form of a stored item, or of a new one where there is none. */
    Content item(Draft draft, @Nullable Item item, ItemForm form, String place) {
        return TEMPLATES.questionnaireBuilderItem(
                pages.page(item == null ? "New item" : "Change an item"),
                url(draft.id().value()),
                draft,
                item,
                form,
                place,
                item == null
                        ? null
                        : ScreenPreview.of(draft.form(), item, portals.current().design()));
    }

    Content conditions(Draft draft, Item item, FormErrors errors) {
        return TEMPLATES.questionnaireBuilderConditions(
                pages.page("When it is asked"), url(draft.id().value()), draft, item, Outline.of(draft.form()), errors);
    }

    Content condition(Draft draft, Item item, Item.Question on, ConditionForm form) {
        return TEMPLATES.questionnaireBuilderCondition(
                pages.page("When it is asked"), url(draft.id().value()), draft, item, on, form);
    }

    Content totals(Draft draft, ItemForm form) {
        return TEMPLATES.questionnaireBuilderTotals(
                pages.page("Totals"), url(draft.id().value()), draft, form);
    }

    Content ask(String title, gg.jte.Content confirmation) {
        return TEMPLATES.questionnaireAsk(pages.page(title), confirmation);
    }

    /**
     * Answers a step that has no form: back to the outline, or there with what is in the way.
     *
     * @param next where to go once it is done, by the link id of the item
     */
    Reply answer(long id, Edited edited, Function<String, Reply> next) {
        return switch (edited) {
            case Edited.Saved(String linkId) -> next.apply(linkId);
            case Edited.Refused(String why) -> Reply.invalid(outline(draft(id), 1, FormErrors.ofForm(why)));
            case Edited.Meanwhile(String by) ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        outline(
                                draft(id),
                                1,
                                FormErrors.ofForm(by + " changed this meanwhile. Look at it again, then decide")));
            case Edited.Gone() -> throw new NoSuchPageException();
        };
    }

    /** The way back to an item's row of the outline. */
    Reply.Redirect row(long id, String linkId) {
        int number = Outline.of(draft(id).form()).number(linkId);
        return Reply.redirect(url(id) + (number == 0 ? "" : "#row-" + number));
    }
}
