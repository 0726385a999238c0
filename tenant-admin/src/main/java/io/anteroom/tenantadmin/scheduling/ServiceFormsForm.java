package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.byservice.Moment;
import io.anteroom.webkit.form.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
