package io.anteroom.portal.scheduling;

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

        private static final String NOTHING_TAKEN = "No money was taken.";

        DepositPage page() {
            return switch (deposit.state()) {
                case DUE -> due();
                case CHECKING ->
                    waiting(
                            "Your payment is being processed",
                            "Your bank has taken on the payment of " + amount()
                                    + ". This can take some days. The time stays yours until then; you don’t need to pay again.");
                case LAPSED ->
                    end(
                            "The time is free again",
                            Badge.quiet("Not booked"),
                            "The deposit wasn’t paid, so this appointment isn’t booked. " + NOTHING_TAKEN);
                case RETURNING ->
                    end(
                            "Your money is on its way back",
                            Badge.notice("On its way back"),
                            amount()
                                    + " arrived when the time was no longer yours. All of it is being given back to your"
                                    + " card. You don’t need to do anything.");
                case RETURNED ->
                    end(
                            "Your deposit was given back",
                            Badge.quiet("Given back"),
                            amount() + " was given back. Banks mostly take some days until it is on your account.");
                case FOR_PEOPLE ->
                    end(
                            "Your money will be given back",
                            Badge.warning("Needs the clinic"),
                            amount()
                                    + " arrived when the time was no longer yours. The clinic sees this payment and will give"
                                    + " it back. You don’t need to do anything.");
                case PAID, KEPT -> paid();
            };
        }

        private DepositPage due() {
            if (!appointment.awaitsPayment(now)) {
                return waiting(
                        "The time to pay is over",
                        "We are making sure that nothing was paid. If it was, the appointment is yours; otherwise the time"
                                + " becomes free.");
            }
            if (came == Came.FROM_PAYING) {
                return waiting(
                        "We are checking your payment",
                        "We have asked about your payment of " + amount()
                                + ". This page looks again every few seconds. Please don’t pay again yet.");
            }
            String until = TimeWords.time(Objects.requireNonNull(appointment.heldUntil())
                    .atZone(appointment.place().zone()));
            String kept = "It isn’t booked yet. We keep the time for you until " + until
                    + "; it is yours once the deposit is paid.";
            return new DepositPage(
                    path(),
                    path(),
                    amount(),
                    "Pay the deposit of " + amount(),
                    Badge.notice("Deposit to pay"),
                    came == Came.WITHOUT_PAYING
                            ? List.of("You came back from the payment page without paying. " + NOTHING_TAKEN, kept)
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
                    "Your appointment is booked",
                    Badge.good("Paid"),
                    List.of("Your deposit of " + amount() + " has arrived."),
                    false,
                    false,
                    "/appointments/" + appointment.reference(),
                    "See the appointment");
        }

        private DepositPage waiting(String title, String line) {
            String url = came == Came.FROM_PAYING ? path() + "?payment=asked" : path();
            return new DepositPage(
                    path(),
                    url,
                    amount(),
                    title,
                    Badge.notice("Waiting"),
                    List.of(line),
                    false,
                    true,
                    url,
                    "Look again now");
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
                    "Choose another time");
        }

        private String path() {
            return "/appointments/" + appointment.reference() + "/deposit";
        }

        private String amount() {
            return deposit.amount().format(Formats.ofClinic().locale());
        }
    }
}
