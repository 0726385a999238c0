package io.anteroom.portal.billing.plan;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.plan.PatientPlans;
import io.anteroom.clinic.billing.plan.PaymentPlan;
import io.anteroom.clinic.billing.plan.PlanState;
import io.anteroom.portal.billing.plan.PlanView.Standing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an invoice's page says of its instalments. */
@Component
public class PlanPages {

    private final PatientPlans plans;

    PlanPages(PatientPlans plans) {
        this.plans = plans;
    }

    /** The instalments, where there are any to speak of: what has ended is told by the payments. */
    public @Nullable PlanView of(InvoiceView invoice, VisibleChart chart) {
        return plans.of(invoice)
                .flatMap(plan -> standing(invoice, plan).map(standing -> view(invoice, plan, standing, chart)))
                .orElse(null);
    }

    private PlanView view(InvoiceView invoice, PaymentPlan plan, Standing standing, VisibleChart chart) {
        boolean mine = plan.isOf(chart.viewer().account());
        return new PlanView(
                "/invoices/" + invoice.id(),
                plan.id().toString(),
                standing,
                plans.isAcceptable(invoice, plan),
                mine && plan.isOpen(),
                lines(invoice, plan));
    }

    private List<PlanLine> lines(InvoiceView invoice, PaymentPlan plan) {
        Formats formats = Formats.ofClinic();
        return plan.state() == PlanState.OFFERED
                ? plans.ahead(invoice, plan).stream()
                        .map(part -> PlanLine.of(part, formats))
                        .toList()
                : plan.instalments().stream()
                        .map(each -> PlanLine.of(plan, each, formats))
                        .toList();
    }

    private Optional<Standing> standing(InvoiceView invoice, PaymentPlan plan) {
        boolean underWay = plan.underWay().isPresent();
        boolean due = invoice.dueMinor() > 0;
        return switch (plan.state()) {
            case OFFERED -> plans.isAcceptable(invoice, plan) ? Optional.of(Standing.OFFERED) : Optional.empty();
            case RUNNING -> due || underWay ? Optional.of(Standing.RUNNING) : Optional.empty();
            case PAUSED -> due || underWay ? Optional.of(Standing.PAUSED) : Optional.empty();
            case ENDED -> underWay ? Optional.of(Standing.ENDING) : Optional.empty();
        };
    }
}
