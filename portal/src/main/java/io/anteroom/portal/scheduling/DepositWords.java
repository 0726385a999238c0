package io.anteroom.portal.scheduling;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.deposit.DepositStanding;

/** How the deposit of an appointment stands, in a line. */
final class DepositWords {

    private DepositWords() {}

    /** What becomes of one that is paid when the patient's side calls off, which it may only as long as it gets it back. */
    static String comesBack(DepositStanding deposit) {
        return "Your deposit of " + deposit.amount().format(Formats.ofClinic().locale())
                + " is given back to your card.";
    }

    static String of(DepositStanding deposit) {
        String amount = deposit.amount().format(Formats.ofClinic().locale());
        return switch (deposit.state()) {
            case DUE -> amount + ", to pay";
            case CHECKING -> amount + ", being processed";
            case LAPSED -> amount + ", not paid";
            case PAID -> amount + ", paid";
            case KEPT -> amount + ", paid, and kept by the clinic as agreed";
            case RETURNING, FOR_PEOPLE -> amount + ", on its way back to you";
            case RETURNED -> amount + ", given back. Banks mostly take some days until it is on your account";
        };
    }
}
