package io.anteroom.controlplane.operator;

import gg.jte.Content;
import io.anteroom.controlplane.templates.StaticTemplates;
import io.anteroom.webkit.form.FormErrors;
import java.util.List;

/**
 * The page that asks before an operator does something, and for the reason that goes into the log.
 *
 * @param question the heading
 * @param consequences what happens then, a sentence each
 * @param verb the words on the button
 * @param takesAway whether the button warns
 * @param url where the form is sent
 * @param backUrl where 'no' leads
 * @param reason what was typed
 * @param errors what is wrong with it
 */
public record ReasonForm(
        String question,
        List<String> consequences,
        String verb,
        boolean takesAway,
        String url,
        String backUrl,
        String reason,
        FormErrors errors) {

    private static final int LONGEST = 500;

    public ReasonForm {
        consequences = List.copyOf(consequences);
    }

    /** Nothing typed yet. */
    public static ReasonForm of(
            String question, List<String> consequences, String verb, boolean takesAway, String url, String backUrl) {
        return new ReasonForm(question, consequences, verb, takesAway, url, backUrl, "", FormErrors.none());
    }

    /** The same with what was typed, and with what is wrong with it. */
    public ReasonForm typed(String text) {
        var typed = text.strip();
        var wrong = typed.isEmpty() || typed.length() > LONGEST
                ? FormErrors.of("reason", "Enter a reason of up to " + LONGEST + " characters, for the log")
                : FormErrors.none();
        return new ReasonForm(question, consequences, verb, takesAway, url, backUrl, typed, wrong);
    }

    /** The page, in a part of the console. */
    public Content page(OperatorSection section) {
        return new StaticTemplates().operatorReason(section.page((errors.any() ? "Error: " : "") + verb), this);
    }
}
