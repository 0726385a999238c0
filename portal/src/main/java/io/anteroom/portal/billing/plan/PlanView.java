package io.anteroom.portal.billing.plan;

import java.util.List;

/**
 * The instalments of an invoice on its page.
 *
 * @param url the invoice's address
 * @param plan the plan's number, for the address that stops it
 * @param standing how it stands
 * @param acceptable whether they can be accepted now
 * @param mine whether whoever looks has accepted them, and can stop them
 */
public record PlanView(
        String url, String plan, Standing standing, boolean acceptable, boolean mine, List<PlanLine> lines) {

    /** How a plan stands for payers. */
    public enum Standing {
        /** The clinic offers it. */
        OFFERED,
        /** It is charged. */
        RUNNING,
        /** Nothing is charged until it is accepted anew. */
        PAUSED,
        /** It was stopped while an instalment was being charged, and that isn't known yet. */
        ENDING
    }
}
