package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.deposit.DepositStanding;
import io.anteroom.webkit.Badge;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told of a deposit before and after paying it.
 *
 * @param path where it is paid and given up
 * @param url where the page looks again
 * @param amount such as £20.00
 * @param lines what is to be said
 * @param payable whether it can be paid now
 * @param waits whether it is worth asking again by itself
 * @param onwardUrl where else to go, or null
 * @param onward what that is
 */
public record DepositPage(
        String path,
        String url,
        String amount,
        String title,
        Badge badge,
        List<String> lines,
        boolean payable,
        boolean waits,
        @Nullable String onwardUrl,
        String onward) {

    /** How somebody came to the page. */
    enum Came {
        /** By themselves. */
        HERE,
        /** Back from the card page, having paid. */
        FROM_PAYING,
        /** Back from the card page without paying. */
        WITHOUT_PAYING
    }

    static DepositPage of(Appointment appointment, DepositStanding deposit, Came came, Instant now) {
        return new Making(appointment, deposit, came, now).page();
    }

    private record Making(Appointment appointment, DepositStanding deposit, Came came, Instant now) {

        DepositPage page() {
            return switch (deposit.state()) {
                case DUE -> due();
                case CHECKING ->
                    waiting(
                            say("Your payment is being processed"),
                            say(
                                    "Your bank has taken on the payment of {amount}. This can take some days. The time stays yours until then; you don’t need to pay again.",
                                    "amount",
                                    amount()));
                case LAPSED ->
                    end(
                            say("The time is free again"),
                            Badge.quiet(say("Not booked")),
                            say("The deposit wasn’t paid, so this appointment isn’t booked. No money was taken."));
                case RETURNING ->
                    end(
                            say("Your money is on its way back"),
                            Badge.notice(say("On its way back")),
                            say(
                                    "{amount} is being given back to what you paid with. Banks take up to ten days to show it. You don’t need to do anything.",
                                    "amount",
                                    amount()));
                case RETURNED ->
                    end(
                            say("Your deposit was given back"),
                            Badge.quiet(say("Given back")),
                            say(
                                    "{amount} was given back. Banks mostly take some days until it is on your account.",
                                    "amount",
                                    amount()));
                case FOR_PEOPLE ->
                    end(
                            say("Your money will be given back"),
                            Badge.warning(say("Needs the clinic")),
                            say(
                                    "{amount} is to be given back to you, and could not be so far. The clinic sees this payment and takes care of it. You don’t need to do anything.",
                                    "amount",
                                    amount()));
                case PAID, KEPT -> paid();
            };
        }

        private DepositPage due() {
            if (!appointment.awaitsPayment(now)) {
                return waiting(
                        say("The time to pay is over"),
                        say(
                                "We are making sure that nothing was paid. If it was, the appointment is yours; otherwise the time"
                                        + " becomes free."));
            }
            if (came == Came.FROM_PAYING) {
                return waiting(
                        say("We are checking your payment"),
                        say(
                                "We have asked about your payment of {amount}. This page looks again every few seconds. Please don’t pay again yet.",
                                "amount",
                                amount()));
            }
            String until = TimeWords.time(Objects.requireNonNull(appointment.heldUntil())
                    .atZone(appointment.place().zone()));
            String kept = say(
                    "It isn’t booked yet. We keep the time for you until {time}; it is yours once the deposit is paid.",
                    "time",
                    until);
            return new DepositPage(
                    path(),
                    path(),
                    amount(),
                    say("Pay the deposit of {amount}", "amount", amount()),
                    Badge.notice(say("Deposit to pay")),
                    came == Came.WITHOUT_PAYING
                            ? List.of(
                                    say("You came back from the payment page without paying. No money was taken."),
                                    kept)
                            : List.of(kept),
                    true,
                    false,
                    null,
                    "");
        }

        private DepositPage paid() {
            return new DepositPage(
                    path(),
                    path(),
                    amount(),
                    say("Your appointment is booked"),
                    Badge.good(say("Paid")),
                    List.of(say("Your deposit of {amount} has arrived.", "amount", amount())),
                    false,
                    false,
                    "/appointments/" + appointment.reference(),
                    say("See the appointment"));
        }

        private DepositPage waiting(String title, String line) {
            String url = came == Came.FROM_PAYING ? path() + "?payment=asked" : path();
            return new DepositPage(
                    path(),
                    url,
                    amount(),
                    title,
                    Badge.notice(say("Waiting")),
                    List.of(line),
                    false,
                    true,
                    url,
                    say("Look again now"));
        }

        private DepositPage end(String title, Badge badge, String line) {
            return new DepositPage(
                    path(),
                    path(),
                    amount(),
                    title,
                    badge,
                    List.of(line),
                    false,
                    false,
                    "/appointments/new/" + appointment.service(),
                    say("Choose another time"));
        }

        private String path() {
            return "/appointments/" + appointment.reference() + "/deposit";
        }

        private String amount() {
            return deposit.amount().format(Formats.ofClinic().locale());
        }
    }
}
