package io.anteroom.tenantadmin.scheduling.desk;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.scheduling.deposit.DepositStanding;

/** Deposits in the staff's words. */
public final class DepositWords {

    private DepositWords() {}

    /** Amount and state, in a line. */
    public static String of(DepositStanding deposit) {
        String amount = deposit.amount().format(Formats.ofClinic().locale());
        return amount
                + switch (deposit.state()) {
                    case DUE -> ", not paid yet; the time is kept for half an hour";
                    case CHECKING -> ", being processed by a bank; the time is kept until it says";
                    case LAPSED -> ", not paid";
                    case PAID -> ", paid";
                    case KEPT -> ", paid and kept";
                    case RETURNING -> ", on its way back";
                    case RETURNED -> ", given back";
                    case FOR_PEOPLE -> ", could not be given back: see Invoices, money to give back";
                };
    }

    /** Whether staff may give it back. */
    public static boolean mayGiveBack(DepositStanding deposit) {
        return switch (deposit.state()) {
            case PAID, KEPT, FOR_PEOPLE -> true;
            case DUE, CHECKING, LAPSED, RETURNING, RETURNED -> false;
        };
    }
}
