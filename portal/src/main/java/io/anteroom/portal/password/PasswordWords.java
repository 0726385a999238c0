package io.anteroom.portal.password;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.password.PasswordRules;
import io.anteroom.clinic.access.password.PasswordRules.Problem;
import io.anteroom.clinic.access.password.PasswordStanding;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of a password say. */
@Component
public class PasswordWords {

    /** The day it was set, in the clinic's time, or null for none. */
    public @Nullable String since(PasswordStanding standing) {
        return standing.setAt() == null
                ? null
                : Words.current()
                        .day(standing.setAt().atZone(CurrentTenant.get().zone()).toLocalDate());
    }

    /** What is said of one that is kept. */
    String saved(boolean together) {
        return together
                ? say("Your password is set. From now on we ask for a code and for it")
                : say("Your password is set. You can sign in with it from now on");
    }

    FormErrors problem(Problem problem, boolean offersTwoSteps) {
        return FormErrors.of(
                "password",
                switch (problem) {
                    case Problem.TooShort(var length, var shortest) -> tooShort(length, shortest, offersTwoSteps);
                    case Problem.TooLong() -> say("Use {most} characters or fewer", "most", PasswordRules.LONGEST);
                    case Problem.GuessedFirst() ->
                        say(
                                "This would be guessed first: it is common, a row of keys, or made of names of yours or the"
                                        + " clinic’s. Choose something else, like several words that have nothing to do with you");
                });
    }

    private static String tooShort(int length, int shortest, boolean offersTwoSteps) {
        if (length == 0) {
            return say("Use {least} characters or more. Several words are easy to remember", "least", shortest);
        }
        boolean enoughWithCode =
                offersTwoSteps && shortest == PasswordRules.SHORTEST && length >= PasswordRules.SHORTEST_WITH_CODE;
        return enoughWithCode
                ? say(
                        "Use {least} characters or more. This has {length}, which is enough if you tick the box below",
                        "least",
                        shortest,
                        "length",
                        length)
                : say("Use {least} characters or more. This has {length}", "least", shortest, "length", length);
    }

    FormErrors busy() {
        return FormErrors.ofForm(say("Many people are signing in at this moment. Please try again in a few seconds"));
    }
}
