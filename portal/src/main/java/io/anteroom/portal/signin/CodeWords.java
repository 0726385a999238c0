package io.anteroom.portal.signin;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.signin.Entered;
import io.anteroom.webkit.form.FormErrors;
import org.springframework.stereotype.Component;

/** What a page that asks for a code says when something is wrong. */
@Component
public class CodeWords {

    /** From how many tries left on they are counted aloud. */
    private static final int FEW = 3;

    private final When when;

    CodeWords(When when) {
        this.when = when;
    }

    /** When another code may be asked for, and why not now. */
    public String sentence(Asked.Wait wait) {
        var time = when.inWords(wait.until());
        return switch (wait.why()) {
            case CODES -> "We have sent as many codes as we may for now. You can ask for another " + time;
            case WRONG_ENTRIES ->
                "Too many wrong codes were entered. To keep the account safe, you can try again " + time;
            case NETWORK -> "Too many codes were asked for from your network. You can try again " + time;
        };
    }

    /** What is wrong with the printed code entered; the same whether or not anybody has the address. */
    FormErrors printedProblem(Entered entered) {
        return FormErrors.of(
                "code",
                switch (entered) {
                    case Entered.NotACode() -> "Enter the twelve letters and digits of one of your recovery codes";
                    case Entered.Wrong(var triesLeft) ->
                        "That is not one of your codes, or it was used before, or you have printed newer ones"
                                + (triesLeft > FEW
                                        ? ""
                                        : triesLeft == 1
                                                ? ". You can try once more"
                                                : ". You can try " + triesLeft + " more times");
                    case Entered.Locked(var until) ->
                        "Too many wrong codes were entered. To keep the account safe, you can try again "
                                + when.inWords(until);
                    case Entered.TooMany(var until) ->
                        "Too many codes were tried from where you are. You can try again " + when.inWords(until);
                    case Entered.TooLate() -> "This browser has signed in already. Start again if it hasn’t";
                    case Entered.Burned(),
                            Entered.PasswordNext(),
                            Entered.Stale(),
                            Entered.Overtaken(),
                            Entered.AddressTaken(),
                            Entered.SignedIn(var _, var _) ->
                        throw new IllegalStateException("Not answered by this page");
                });
    }

    /** What is said of an address of a kind that the clinic sends no codes to. */
    public String notSentThere(SignInAddress address) {
        return switch (address.channel()) {
            case EMAIL -> "No codes are sent by email here. Enter a mobile number";
            case MOBILE -> "No codes are sent by text message here. Enter an email address, like name@example.org";
        };
    }

    /** What is wrong with the code entered. */
    public FormErrors problem(Entered entered) {
        return FormErrors.of(
                "code",
                switch (entered) {
                    case Entered.NotACode() -> "Enter the six digits from our message";
                    case Entered.Wrong(var triesLeft) ->
                        "That isn’t the code. Check the newest message from us. "
                                + (triesLeft == 1
                                        ? "You can try once more"
                                        : "You can try " + triesLeft + " more times");
                    case Entered.Burned() ->
                        "This code can’t be used any more, because something else was entered three times. Ask for a new"
                                + " code";
                    case Entered.TooLate() ->
                        "This code can’t be used any more: it was used, or ten minutes are over."
                                + " Ask for a new code";
                    case Entered.Locked(var until) ->
                        "Too many wrong codes were entered. To keep the account safe, you can try again "
                                + when.inWords(until);
                    case Entered.TooMany(var _),
                            Entered.PasswordNext(),
                            Entered.Stale(),
                            Entered.Overtaken(),
                            Entered.AddressTaken(),
                            Entered.SignedIn(var _, var _) ->
                        throw new IllegalStateException("Not answered by this page");
                });
    }
}
