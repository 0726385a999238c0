package io.anteroom.webkit;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.templates.StaticTemplates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks before something is lost. It says what is lost and for whom; it is a page, so that it works
 * without JavaScript and the back button means 'no'.
 *
 * @param question the heading: 'Remove this email address?'
 * @param losses what happens then, a sentence each
 * @param url where the answer 'yes' is posted
 * @param verb the words on the button that does it
 * @param cancelUrl where 'no' leads
 * @param no the words of the link that leads there
 * @param word what has to be typed first, as {@code confirm}; only where the act cannot be undone
 * @param errors what is wrong with the word typed
 */
public record Confirmation(
        String question,
        List<String> losses,
        String url,
        String verb,
        String cancelUrl,
        String no,
        @Nullable String word,
        FormErrors errors)
        implements Content {

    /** An act that can be undone, or repeated the other way. */
    public static Confirmation of(String question, List<String> losses, String url, String verb, String cancelUrl) {
        return new Confirmation(question, losses, url, verb, cancelUrl, say("Cancel"), null, FormErrors.none());
    }

    /** The same for an act that cannot be undone: {@code required} has to be typed. */
    public Confirmation word(String required, FormErrors wrong) {
        return new Confirmation(question, losses, url, verb, cancelUrl, no, required, wrong);
    }

    /** The same with other words for 'no', where the act itself is to cancel something. */
    public Confirmation no(String words) {
        return new Confirmation(question, losses, url, verb, cancelUrl, words, word, errors);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partConfirmation(this).writeTo(output);
    }
}
