package io.anteroom.portal.questionnaire;

import io.anteroom.clinic.questionnaire.answer.Filling;
import io.anteroom.clinic.questionnaire.logic.Screens;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One screen of a form.
 *
 * @param title the form's
 * @param lang the language of the form's texts, or null where it doesn't say
 * @param patient whom it is about, where that has to be said, or null
 * @param at its place among the screens that are shown, from 1 on
 * @param of how many these are
 * @param url where it is sent
 * @param back the page before it
 * @param headings the groups around
 * @param blocks what is asked
 */
public record ScreenPage(
        String title,
        @Nullable String lang,
        @Nullable String patient,
        int at,
        int of,
        String url,
        String back,
        List<String> headings,
        List<Block> blocks,
        FormErrors errors) {

    static ScreenPage of(Filling filling, Screens.Screen screen, boolean several, Block.Notes notes) {
        List<Screens.Screen> shown = filling.screens().shown(filling.form());
        int at = shown.indexOf(screen);
        var form = filling.assignment();
        String base = "/questionnaires/" + form.reference();
        List<Block> blocks = Block.of(Screens.entries(screen, filling.form()), notes);
        FormErrors errors = FormErrors.none();
        for (Block block : blocks) {
            QuestionView question = block.question();
            String wrong = question == null ? null : question.error();
            if (question != null && wrong != null) {
                errors = errors.with(question.name(), wrong);
            }
        }
        return new ScreenPage(
                form.title(),
                filling.form().questionnaire().language(),
                several ? form.patientName() : null,
                at + 1,
                shown.size(),
                base + "/" + screen.number(),
                at <= 0 ? base : base + "/" + shown.get(at - 1).number(),
                screen.headings(),
                blocks,
                errors);
    }
}
