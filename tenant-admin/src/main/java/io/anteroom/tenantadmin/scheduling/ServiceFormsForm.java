package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.byservice.FormTerms;
import io.anteroom.clinic.questionnaire.byservice.Moment;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What a form says a service asks: a field for each questionnaire, {@code ask12}, with a moment or nothing. */
public final class ServiceFormsForm {

    private static final Pattern FIELD = Pattern.compile("ask([1-9][0-9]{0,17})");

    private ServiceFormsForm() {}

    /** What stands for a questionnaire. */
    public static String field(QuestionnaireId questionnaire) {
        return "ask" + questionnaire;
    }

    /** When it may be asked. */
    public static List<Option> moments() {
        return List.of(
                new Option("", "Not asked"),
                new Option(Moment.BEFORE.code(), "Before booking"),
                new Option(Moment.AFTER.code(), "With the appointment"));
    }

    /** What is typed of when they are due, and how long one counts. */
    record Terms(String due, String counts) {

        static Terms of(FormTerms terms) {
            return new Terms(Integer.toString(terms.dueDays()), Integer.toString(terms.countsDays()));
        }

        /** What stands is kept where a field is not there. */
        static Terms read(Map<String, String> sent, FormTerms stands) {
            var now = of(stands);
            return new Terms(
                    sent.getOrDefault("due", now.due()).strip(),
                    sent.getOrDefault("counts", now.counts()).strip());
        }

        FormErrors errors() {
            var errors = FormErrors.none();
            if (number(due, 0, FormTerms.MOST_DUE).isEmpty()) {
                errors = errors.with("due", "Enter a number of days from 0 to " + FormTerms.MOST_DUE);
            }
            if (number(counts, 1, FormTerms.MOST_COUNTS).isEmpty()) {
                errors = errors.with("counts", "Enter a number of days from 1 to " + FormTerms.MOST_COUNTS);
            }
            return errors;
        }

        /** Of what has no errors. */
        FormTerms terms() {
            return new FormTerms(Integer.parseInt(due), Integer.parseInt(counts));
        }

        private static OptionalInt number(String typed, int least, int most) {
            return typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most
                    ? OptionalInt.of(Integer.parseInt(typed))
                    : OptionalInt.empty();
        }
    }

    /** Leaves out what is not understood: no browser sends it. */
    static Map<QuestionnaireId, Moment> read(Map<String, String> sent) {
        var wanted = new HashMap<QuestionnaireId, Moment>();
        sent.forEach((field, value) -> {
            var matched = FIELD.matcher(field);
            if (matched.matches()) {
                for (Moment moment : Moment.values()) {
                    if (moment.code().equals(value)) {
                        wanted.put(new QuestionnaireId(Long.parseLong(matched.group(1))), moment);
                    }
                }
            }
        });
        return wanted;
    }
}
