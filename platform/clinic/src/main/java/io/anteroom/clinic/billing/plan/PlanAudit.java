package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.tenancy.EnumCode;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How instalments read in the audit log, in the transaction of the act. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanAudit {

    private static final Actor WORKER = new Actor.System("Instalments");

    private final AuditLog log;

    PlanAudit(AuditLog log) {
        this.log = log;
    }

    void offered(InvoiceView invoice, PlanId plan, Money due, PlanTerms terms, Actor.Staff by) {
        log.record(
                by,
                entry(AuditAction.PLAN_OFFERED, invoice, plan)
                        .with("Amount", due.toString())
                        .with("Instalments", Integer.toString(terms.count()))
                        .with("How often", terms.rhythm().name().toLowerCase(Locale.ROOT))
                        .with("From", terms.first().toString()));
    }

    void accepted(InvoiceView invoice, PlanId plan, CardConsent consent, Actor.PortalUser by) {
        log.record(
                by,
                entry(AuditAction.PLAN_ACCEPTED, invoice, plan)
                        .with("Permission", consent.id().toString())
                        .with("Words", "version " + consent.version() + ", " + consent.language()));
    }

    void stopped(InvoiceView invoice, PlanId plan, PlanReason why, Actor by) {
        log.record(by, entry(AuditAction.PLAN_STOPPED, invoice, plan).with("Why", EnumCode.of(why)));
    }

    /** By itself. */
    void became(InvoiceView invoice, PlanId plan, PlanState state, PlanReason why) {
        log.record(
                WORKER,
                entry(state == PlanState.PAUSED ? AuditAction.PLAN_PAUSED : AuditAction.PLAN_ENDED, invoice, plan)
                        .with("Why", EnumCode.of(why)));
    }

    /** Before Stripe is asked. */
    void charging(InvoiceView invoice, PlanId plan, Instalment instalment, PaymentId attempt, Money amount) {
        log.record(
                WORKER,
                entry(AuditAction.PLAN_CHARGE_STARTED, invoice, plan)
                        .with("Instalment", Integer.toString(instalment.number()))
                        .with("Payment", attempt.toString())
                        .with("Amount", amount.toString()));
    }

    void refused(InvoiceView invoice, PlanId plan, Instalment instalment, PaymentId attempt, String failure) {
        log.record(
                WORKER,
                entry(AuditAction.PLAN_CHARGE_REFUSED, invoice, plan)
                        .with("Instalment", Integer.toString(instalment.number()))
                        .with("Payment", attempt.toString())
                        .with("Why", failure));
    }

    private static AuditEntry entry(AuditAction action, InvoiceView invoice, PlanId plan) {
        return AuditEntry.of(action, "invoice", invoice.id())
                .ofPatient(invoice.patient().value())
                .with("Number", String.valueOf(invoice.number()))
                .with("Plan", plan.toString());
    }
}
