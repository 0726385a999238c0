package io.anteroom.portal.password;

import io.anteroom.clinic.access.password.PasswordRules;
import io.anteroom.clinic.access.password.PasswordRules.Problem;
import io.anteroom.clinic.access.password.PasswordStanding;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.FormErrors;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of a password say. */
@Component
public class PasswordWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** The day it was set, in the clinic's time, or null for none. */
    public @Nullable String since(PasswordStanding standing) {
        return standing.setAt() == null
                ? null
                : DAY.format(standing.setAt().atZone(CurrentTenant.get().zone()));
    }

    /** What is said of one that is kept. */
    String saved(boolean together) {
        return together
                ? "Your password is set. From now on we ask for a code and for it"
                : "Your password is set. You can sign in with it from now on";
    }

    FormErrors problem(Problem problem, boolean offersTwoSteps) {
        return FormErrors.of(
                "password",
                switch (problem) {
                    case Problem.TooShort(var length, var shortest) ->
                        "Use " + shortest + " characters or more. "
                                + (length == 0 ? "Several words are easy to remember" : "This has " + length)
                                + (offersTwoSteps
                                                && shortest == PasswordRules.SHORTEST
                                                && length >= PasswordRules.SHORTEST_WITH_CODE
                                        ? ", which is enough if you tick the box below"
                                        : "");
                    case Problem.TooLong() -> "Use " + PasswordRules.LONGEST + " characters or fewer";
                    case Problem.GuessedFirst() ->
                        "This would be guessed first: it is common, a row of keys, or made of names of yours or the"
                                + " clinic’s. Choose something else, like several words that have nothing to do with you";
                });
    }

    FormErrors busy() {
        return FormErrors.ofForm("Many people are signing in at this moment. Please try again in a few seconds");
    }
}
