package io.anteroom.portal.billing.plan;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.plan.Instalment;
import io.anteroom.clinic.billing.plan.PaymentPlan;
import io.anteroom.clinic.billing.plan.PlanState;
import io.anteroom.clinic.billing.plan.Planned;
import io.anteroom.webkit.Badge;
import org.jspecify.annotations.Nullable;

/**
 * One instalment as a payer reads of it.
 *
 * @param note what there is to know besides, or null
 */
public record PlanLine(
        String day,
        String amount,
        @Nullable Badge badge,
        @Nullable String note) {

    static PlanLine of(Planned part, Formats formats) {
        return new PlanLine(formats.date(part.day()), formats.money(part.amount()), null, null);
    }

    static PlanLine of(PaymentPlan plan, Instalment instalment, Formats formats) {
        var paid = instalment.paid();
        return new PlanLine(
                formats.date(instalment.day()),
                formats.money(paid == null ? instalment.amount() : paid),
                badge(instalment),
                note(plan, instalment, formats));
    }

    private static Badge badge(Instalment instalment) {
        if (instalment.isUnderWay()) {
            return Badge.warning(say("Being checked"));
        }
        return switch (instalment.state()) {
            case PAID -> Badge.good(say("Paid"));
            case SKIPPED -> Badge.quiet(say("Not needed"));
            case FAILED -> Badge.bad(say("Not charged"));
            case DUE ->
                instalment.refusals() > 0 ? Badge.warning(say("Not charged")) : Badge.notice(say("Still to come"));
        };
    }

    private static @Nullable String note(PaymentPlan plan, Instalment instalment, Formats formats) {
        if (instalment.isUnderWay()) {
            return say("We don’t know yet whether your card was charged. Please don’t pay it again now.");
        }
        return plan.state() == PlanState.RUNNING && instalment.isOpen() && instalment.refusals() > 0
                ? say("The bank refused it. We try again on {day}.", "day", formats.day(instalment.nextAt()))
                : null;
    }
}
