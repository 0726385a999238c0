package io.anteroom.portal.scheduling;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.deposit.DepositStanding;

/** How the deposit of an appointment stands, in a line. */
final class DepositWords {

    private DepositWords() {}

    /** What becomes of one that is paid when the patient's side calls off, which it may only as long as it gets it back. */
    static String comesBack(DepositStanding deposit) {
        return say(
                "Your deposit of {amount} is given back to your card.",
                "amount",
                deposit.amount().format(Formats.ofClinic().locale()));
    }

    static String of(DepositStanding deposit) {
        String amount = deposit.amount().format(Formats.ofClinic().locale());
        return switch (deposit.state()) {
            case DUE -> say("{amount}, to pay", "amount", amount);
            case CHECKING -> say("{amount}, being processed", "amount", amount);
            case LAPSED -> say("{amount}, not paid", "amount", amount);
            case PAID -> say("{amount}, paid", "amount", amount);
            case KEPT -> say("{amount}, paid, and kept by the clinic as agreed", "amount", amount);
            case RETURNING -> say("{amount}, on its way back to you", "amount", amount);
            case FOR_PEOPLE -> say("{amount}, to be given back to you by the clinic", "amount", amount);
            case RETURNED ->
                say("{amount}, given back. Banks mostly take some days until it is on your account", "amount", amount);
        };
    }
}
