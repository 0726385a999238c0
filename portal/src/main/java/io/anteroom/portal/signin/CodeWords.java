package io.anteroom.portal.signin;

import static io.anteroom.language.Say.say;

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
            case CODES ->
                say("We have sent as many codes as we may for now. You can ask for another {when}", "when", time);
            case WRONG_ENTRIES ->
                say(
                        "Too many wrong codes were entered. To keep the account safe, you can try again {when}",
                        "when",
                        time);
            case NETWORK ->
                say("Too many codes were asked for from your network. You can try again {when}", "when", time);
        };
    }

    /** What is wrong with the printed code entered; the same whether or not anybody has the address. */
    FormErrors printedProblem(Entered entered) {
        return FormErrors.of(
                "code",
                switch (entered) {
                    case Entered.NotACode() -> say("Enter the twelve letters and digits of one of your recovery codes");
                    case Entered.Wrong(var triesLeft) ->
                        triesLeft > FEW
                                ? say(
                                        "That is not one of your codes, or it was used before, or you have printed newer ones")
                                : say(
                                        "That is not one of your codes, or it was used before, or you have printed newer"
                                                + " ones. {left, plural, one {You can try once more} other {You can try # more"
                                                + " times}}",
                                        "left",
                                        triesLeft);
                    case Entered.Locked(var until) ->
                        say(
                                "Too many wrong codes were entered. To keep the account safe, you can try again {when}",
                                "when",
                                when.inWords(until));
                    case Entered.TooMany(var until) ->
                        say(
                                "Too many codes were tried from where you are. You can try again {when}",
                                "when",
                                when.inWords(until));
                    case Entered.TooLate() -> say("This browser has signed in already. Start again if it hasn’t");
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
            case EMAIL -> say("No codes are sent by email here. Enter a mobile number");
            case MOBILE -> say("No codes are sent by text message here. Enter an email address, like name@example.org");
        };
    }

    /** What is wrong with the code entered. */
    public FormErrors problem(Entered entered) {
        return FormErrors.of(
                "code",
                switch (entered) {
                    case Entered.NotACode() -> say("Enter the six digits from our message");
                    case Entered.Wrong(var triesLeft) ->
                        say(
                                "That isn’t the code. Check the newest message from us. {left, plural, one {You can try once"
                                        + " more} other {You can try # more times}}",
                                "left",
                                triesLeft);
                    case Entered.Burned() ->
                        say(
                                "This code can’t be used any more, because something else was entered three times. Ask for a new"
                                        + " code");
                    case Entered.TooLate() ->
                        say("This code can’t be used any more: it was used, or ten minutes are over."
                                + " Ask for a new code");
                    case Entered.Locked(var until) ->
                        say(
                                "Too many wrong codes were entered. To keep the account safe, you can try again {when}",
                                "when",
                                when.inWords(until));
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
