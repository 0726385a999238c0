package io.anteroom.tenantadmin.access.support;

import gg.jte.Content;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.invitation.InvitationState;
import io.anteroom.clinic.access.invitation.SentInvitation;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.support.Finding;
import io.anteroom.clinic.access.support.SignInTry.State;
import io.anteroom.clinic.access.support.Situation;
import io.anteroom.tenantadmin.access.Words;
import io.anteroom.webkit.Badge;
import io.anteroom.webkit.PostButton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to say about one person's way in, and the one safe thing to do.
 *
 * @param badge whether something is wrong
 * @param sentence what is wrong and what to do, or that nothing is
 * @param button what does it, or null where there is nothing to press
 * @param correct whether the next step is to set the patient's credentials right
 */
public record Help(Badge badge, String sentence, @Nullable Content button, boolean correct) {

    /**
     * @param url the address of the tab
     * @param patient what the patient is called
     */
    static Help of(String url, String patient, Situation situation) {
        return new Writer(url + "/accounts/" + situation.account(), who(patient, situation), own(situation))
                .write(situation.finding());
    }

    /**
     * What to say of somebody who was invited and is not in yet: a new link is the safe next step, since whoever opens it
     * still has to prove the address by a code.
     */
    static Help of(String url, String patient, SentInvitation invitation) {
        var who = invitation.person() == null
                ? patient
                : invitation.person() + " (" + Words.what(invitation.terms().relationship()) + ")";
        var sent = "The invitation sent to " + who + " on " + Words.moment(invitation.sentAt());
        var help = switch (invitation.state()) {
            case EXPIRED -> Writer.stuck(sent + " has expired. Send a new one.");
            case NOT_DELIVERED ->
                Writer.stuck(sent + " could not be delivered: " + invitation.trouble() + ". Check the address with "
                        + who + ", then send a new invitation to the right one.");
            default ->
                Writer.busy(sent + " has not been used yet. If " + who
                        + " can’t find it, send a new one; the old link then works no more.");
        };
        return invitation.state() == InvitationState.NOT_DELIVERED
                ? new Help(help.badge(), help.sentence(), null, true)
                : help.with(
                        PostButton.plain(url + "/invitations/" + invitation.id() + "/resend", "Send a new invitation"));
    }

    private static boolean own(Situation situation) {
        return situation.relationship() == Relationship.SELF;
    }

    private static String who(String patient, Situation situation) {
        return own(situation) ? patient : Words.somebody(situation.name(), situation.relationship());
    }

    /**
     * Finds the words.
     *
     * @param url where acts on the account are posted
     * @param who the person's name
     * @param own whether it is the patient, whose credentials this tab sets
     */
    private record Writer(String url, String who, boolean own) {

        Help write(Finding finding) {
            return switch (finding) {
                case Finding.PortalOff() -> stuck("Nobody can sign in now: the portal is switched off.");
                case Finding.NothingSet() -> toCorrect(who + " has nothing to sign in with.");
                case Finding.NoCodesThere() ->
                    toCorrect("Your clinic sends no codes to what " + who + " signs in with. Set another address.");
                case Finding.Locked(var address, var until) ->
                    stuck("Ten wrong codes in a row were entered for " + Words.address(address)
                                    + ", so it takes none until " + Words.moment(until) + ". Ask " + who
                                    + " whether that was them, then unlock it.")
                            .with(PostButton.plain(url + "/unlocking", "Unlock"));
                case Finding.OtherLocked(var method, var address, var until) -> {
                    var ones = method == SignInMethod.PASSWORD ? "passwords" : "printed codes";
                    yield stuck("Ten wrong " + ones + " in a row were entered for " + Words.address(address)
                                    + ", so no " + ones + " are taken until " + Words.moment(until)
                                    + ". A code that is sent still gets in. Ask " + who
                                    + " whether that was them, then unlock it.")
                            .with(PostButton.plain(url + "/unlocking", "Unlock"));
                }
                case Finding.SecondLocked(var address, var until) ->
                    until == null
                            ? stuck("A hundred wrong passwords were entered after a right code for "
                                    + Words.address(address) + ", so none is taken any more. Be sure that it is " + who
                                    + " who asks, then remove the password under Other ways in.")
                            : stuck("Ten wrong passwords in a row were entered after a right code for "
                                            + Words.address(address) + ", so none is taken until "
                                            + Words.moment(until) + ". Ask " + who
                                            + " whether that was them, then unlock it; a forgotten one you remove under Other"
                                            + " ways in.")
                                    .with(PostButton.plain(url + "/unlocking", "Unlock"));
                case Finding.PasswordMissing(var address, var at) ->
                    stuck("The code that was asked for on " + Words.moment(at) + " for " + Words.address(address)
                            + " was right, and the password that goes with it was not entered. If " + who
                            + " has forgotten it and has no other way in, remove it under Other ways in.");
                case Finding.Undelivered(var address, var at, var reason) ->
                    toCorrect("The code asked for on " + Words.moment(at) + " could not be delivered to "
                            + Words.address(address) + (reason == null ? "" : ": " + reason)
                            + ". Check the address with "
                            + who + ".");
                case Finding.HeldBack(var address, var at) ->
                    stuck("The code asked for on " + Words.moment(at) + " was not sent to " + Words.address(address)
                            + ", since too many went out in that hour. Ask " + who + " to try again in an hour.");
                case Finding.OnItsWay(var address, var at) ->
                    busy("A code is on its way to " + Words.address(address) + ", asked for on " + Words.moment(at)
                            + ".");
                case Finding.Waiting waiting -> waiting(waiting);
                case Finding.GaveUp(var address, var at, var code) -> gaveUp(address, at, code);
                case Finding.In(var at) ->
                    fine("Nothing is wrong: " + who + " last signed in on " + Words.moment(at) + ".");
                case Finding.NotTried() -> fine("Nothing is wrong: " + who + " has not tried to sign in lately.");
            };
        }

        private Help waiting(Finding.Waiting waiting) {
            var what = what(waiting.address(), waiting.at(), waiting.code());
            return waiting.verified()
                    ? stuck(what + " A browser still waits. If it is " + who
                                    + "’s, send a new code: it works in that browser only.")
                            .with(PostButton.plain(url + "/codes", "Send the code again"))
                    : toCorrect(what + " A browser still waits, and the address has never been verified: check it with "
                            + who + ", then let them ask for another code there.");
        }

        private Help gaveUp(SignInAddress address, Instant at, State code) {
            return stuck(what(address, at, code) + " No browser waits any more: ask " + who
                    + " to start again on the portal’s sign-in page.");
        }

        private static String what(SignInAddress address, Instant at, State code) {
            var shown = Words.address(address);
            var moment = Words.moment(at);
            return switch (code) {
                case NOT_SET_THEN ->
                    "A code was asked for on " + moment + ", before " + shown + " was set, and none was sent.";
                case BURNED -> "The code sent to " + shown + " on " + moment + " is used up after three wrong entries.";
                case OVER -> "The code for " + shown + ", asked for on " + moment + ", was not entered in time.";
                default -> "The code sent to " + shown + " on " + moment + " has not been entered.";
            };
        }

        private Help toCorrect(String sentence) {
            return new Help(Badge.warning("Stuck"), sentence, null, own);
        }

        private static Help stuck(String sentence) {
            return new Help(Badge.warning("Stuck"), sentence, null, false);
        }

        private static Help busy(String sentence) {
            return new Help(Badge.notice("Signing in"), sentence, null, false);
        }

        private static Help fine(String sentence) {
            return new Help(Badge.good("No problem"), sentence, null, false);
        }
    }

    private Help with(PostButton act) {
        return new Help(badge, sentence, act, correct);
    }
}
