package io.anteroom.tenantadmin.billing.plan;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.plan.Instalment;
import io.anteroom.clinic.billing.plan.PaymentPlan;
import io.anteroom.clinic.billing.plan.PlanReason;
import io.anteroom.clinic.billing.plan.PlanState;
import io.anteroom.webkit.Badge;

/** How a plan and its instalments stand, as staff read of it. */
public final class PlanBadge {

    private static final String GO_ON =
            "Nothing is charged until somebody who pays chooses a card in the portal, or you stop it and agree on something else.";

    private PlanBadge() {}

    /** How the plan stands, in a word. */
    public static Badge of(PaymentPlan plan) {
        return switch (plan.state()) {
            case OFFERED -> Badge.notice("Offered");
            case RUNNING -> Badge.good("Running");
            case PAUSED -> Badge.warning("Paused");
            case ENDED -> Badge.quiet("Ended");
        };
    }

    /** How one of its instalments stands, in a word. */
    public static Badge of(PaymentPlan plan, Instalment instalment) {
        if (instalment.isUnderWay()) {
            return Badge.warning("Being checked");
        }
        return switch (instalment.state()) {
            case PAID -> Badge.good("Paid");
            case FAILED -> Badge.bad("Refused");
            case SKIPPED -> Badge.quiet("Not needed");
            case DUE -> instalment.refusals() > 0 ? Badge.warning("Refused") : ahead(plan);
        };
    }

    private static Badge ahead(PaymentPlan plan) {
        return plan.state() == PlanState.ENDED ? Badge.quiet("Not charged") : Badge.notice("Ahead");
    }

    /** What there is to know of an instalment besides; empty where nothing is. */
    public static String note(PaymentPlan plan, Instalment instalment, Formats formats) {
        if (instalment.isUnderWay()) {
            return "It is not known yet whether the card was charged. It is being found out";
        }
        if (plan.state() == PlanState.RUNNING && instalment.isOpen() && instalment.refusals() > 0) {
            return "The bank refused it. Tried again on " + formats.day(instalment.nextAt());
        }
        return "";
    }

    /** Why it is as it is, in a sentence. */
    public static String why(PaymentPlan plan) {
        PlanReason reason = plan.reason();
        if (reason == null) {
            return plan.state() == PlanState.OFFERED
                    ? "Nobody has accepted it yet, and nothing is charged."
                    : "A saved card is charged on these days, at ten in the morning.";
        }
        return switch (reason) {
            case DONE -> "All instalments are settled.";
            case NOTHING_DUE -> "Nothing was due any more.";
            case WITHDRAWN -> "The offer was taken back.";
            case STOPPED_BY_PAYER -> "Whoever pays has stopped it. Nothing more is charged.";
            case STOPPED_BY_STAFF -> "It was stopped here. Nothing more is charged.";
            case REFUSED -> "The bank refused an instalment four times. " + GO_ON;
            case NO_CARD -> "The card was removed, or the permission to charge it withdrawn. " + GO_ON;
            case NO_ACCESS -> "Whoever accepted it does not see this invoice in the portal any more. " + GO_ON;
            case SWITCHED_OFF -> "Payment methods are switched off in the portal. " + GO_ON;
            case NOT_IN_TIME -> "An instalment could not be charged for a month. " + GO_ON;
        };
    }
}
