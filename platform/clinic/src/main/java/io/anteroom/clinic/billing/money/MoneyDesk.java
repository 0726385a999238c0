package io.anteroom.clinic.billing.money;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerEntry;
import io.anteroom.payments.reconciliation.Difference;
import io.anteroom.payments.reconciliation.MoneyCheck;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do about the clinic's money, with the trace it leaves, and what they read of its ledger. */
@Component
@Transactional
public class MoneyDesk {

    private static final String DIFFERENCE = "difference";
    private static final int MOST_ENTRIES = 200;

    private final MoneyCheck check;
    private final Ledger ledger;
    private final AuditLog audit;

    MoneyDesk(MoneyCheck check, Ledger ledger, AuditLog audit) {
        this.check = check;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** Has everything compared with Stripe; false where a comparison that somebody asked for is under way. */
    public boolean compare(Actor.Staff by) {
        boolean free = check.compareSoon(by.name());
        if (free) {
            audit.record(by, AuditEntry.of(AuditAction.MONEY_COMPARED, "payments", ""));
        }
        return free;
    }

    /**
     * Lets a difference be until it changes; false where it is gone, or says something else by now.
     *
     * @param reason 1 to 500 characters
     */
    public boolean setAside(Difference seen, String reason, Actor.Staff by) {
        boolean done = check.setAside(seen, by.name(), reason.strip());
        if (done) {
            audit.record(
                    by,
                    about(AuditAction.DIFFERENCE_SET_ASIDE, seen)
                            .with("Anteroom", seen.ours().toString())
                            .with("Stripe", seen.theirs().toString())
                            .with("Reason", reason.strip()));
        }
        return done;
    }

    /** Has a difference that was set aside among the others again; false where it was not, or is gone. */
    public boolean takeUpAgain(Difference seen, Actor.Staff by) {
        boolean done = check.bringBack(seen.kind(), seen.reference());
        if (done) {
            audit.record(by, about(AuditAction.DIFFERENCE_BROUGHT_BACK, seen));
        }
        return done;
    }

    /** All sums of the ledger that are not nothing, by account and currency. */
    @Transactional(readOnly = true)
    public List<Ledger.Balance> balances() {
        return ledger.balances();
    }

    /** What was posted for an invoice, the first first. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> entries(InvoiceView invoice) {
        return ledger.entries(invoice.payable(), MOST_ENTRIES);
    }

    private static AuditEntry about(AuditAction action, Difference difference) {
        return AuditEntry.of(action, DIFFERENCE, difference.reference())
                .with("What", difference.kind().words());
    }
}
