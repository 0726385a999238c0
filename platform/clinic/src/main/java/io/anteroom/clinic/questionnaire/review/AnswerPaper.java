package io.anteroom.clinic.questionnaire.review;

import static io.anteroom.clinic.billing.ClinicPaper.text;

import io.anteroom.clinic.billing.ClinicPaper;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.Score;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers on the clinic's paper: what was asked, and what was said to it. */
@Component
public class AnswerPaper {

    private final ClinicPaper paper;

    AnswerPaper(ClinicPaper paper) {
        this.paper = paper;
    }

    /**
     * A PDF of A4 pages.
     *
     * @param drawings the pictures of signatures that were drawn, see {@link Drawings}
     */
    public byte[] print(Answers answers, Map<String, byte[]> drawings) {
        var body = new StringBuilder("<table class=\"facts\">");
        fact(body, "Patient", answers.given().patientName());
        fact(body, "Handed in", moment(answers.given().completedAt()));
        fact(body, "Version", Integer.toString(answers.version().number()));
        if (answers.review() != null) {
            fact(
                    body,
                    "Reviewed",
                    moment(answers.review().at()) + ", " + answers.review().by());
        }
        for (Score score : answers.form().scores()) {
            fact(body, score.total().name(), words(score));
        }
        body.append("</table>");
        answers.form().entries().forEach(entry -> add(entry, body, drawings));
        return paper.print(answers.given().title(), body.toString());
    }

    /** A total in words: {@code 12, moderate}. Empty where nothing was chosen that counts: that is no sum of nought. */
    public static String words(Score score) {
        if (score.counted() == 0) {
            return "";
        }
        String sum = score.sum().toPlainString();
        return score.band() == null ? sum : sum + ", " + score.band().name();
    }

    /** What stands above a group, perhaps nothing; occurrences of a repeated one are told apart in any case. */
    public static String heading(Item.Group group, Entry entry) {
        if (!group.occurs().repeats()) {
            return group.text().strip();
        }
        return group.text().isBlank() ? "Number " + entry.number() : group.text() + " (" + entry.number() + ")";
    }

    private static void add(Entry entry, StringBuilder body, Map<String, byte[]> drawings) {
        if (!entry.asked()) {
            return;
        }
        switch (entry.item()) {
            case Item.Display _ -> {}
            case Item.Group group -> {
                String heading = heading(group, entry);
                if (!heading.isEmpty()) {
                    body.append("<h2>").append(text(heading)).append("</h2>");
                }
            }
            case Item.Question question -> {
                body.append("<p class=\"small\">").append(text(asked(question))).append("</p><p>");
                body.append(entry.answers().isEmpty() ? "\u2013" : text(AnswerWords.of(entry.answers())));
                body.append("</p>");
                for (Value value : entry.answers()) {
                    if (value instanceof Value.Signed signed) {
                        byte[] drawing = signed.drawing() == null ? null : drawings.get(signed.drawing());
                        if (drawing != null) {
                            body.append(ClinicPaper.picture(drawing));
                        }
                        body.append("<p class=\"small\">")
                                .append(text(signed.statement()))
                                .append("</p>");
                    }
                }
            }
        }
        entry.children().forEach(child -> add(child, body, drawings));
    }

    private static String asked(Item.Question question) {
        String prefix = question.head().prefix();
        return prefix == null ? question.text() : prefix + " " + question.text();
    }

    private static void fact(StringBuilder body, String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            body.append("<tr><th>")
                    .append(text(label))
                    .append("</th><td>")
                    .append(text(value))
                    .append("</td></tr>");
        }
    }

    private static String moment(@Nullable Instant time) {
        return time == null
                ? ""
                : AnswerWords.of(new Value.Moment(time.atZone(ZoneOffset.UTC).toOffsetDateTime()));
    }
}
