package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.Payable;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.ledger.LedgerAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The owners of all that can be paid, each asked of its own kind. Money for a kind that nobody owns is kept for the staff. */
public final class PayableOwners {

    private static final Logger LOG = LoggerFactory.getLogger(PayableOwners.class);

    private final Map<String, Payables> owners;

    /**
     * @throws IllegalStateException if two own the same kind
     */
    PayableOwners(List<Payables> owners) {
        this.owners = owners.stream().collect(Collectors.toUnmodifiableMap(Payables::kind, Function.identity()));
    }

    /** What can be paid, as its owner tells it. */
    public Optional<Payable> find(PayableRef ref) {
        return owner(ref).flatMap(owner -> owner.find(ref));
    }

    Allocation settled(PayableRef ref, PaymentId payment, Money amount, Instant at) {
        return owner(ref).map(owner -> owner.settled(ref, payment, amount, at)).orElse(Allocation.UNALLOCATED);
    }

    /**
     * The total given back of a payment has changed.
     *
     * @param more how much the total has changed, below 0 where it has fallen
     */
    void refunded(PayableRef ref, PaymentId payment, Money refunded, long more) {
        owner(ref).ifPresent(owner -> {
            if (more < 0) {
                owner.cameBack(ref, payment, refunded, new Money(-more, refunded.currency()));
            } else {
                owner.refunded(ref, payment, refunded);
            }
        });
    }

    void posted(PayableRef ref) {
        owner(ref).ifPresent(owner -> owner.posted(ref));
    }

    void payerWanted(PayableRef ref, PaymentId payment, Money amount) {
        owner(ref).ifPresent(owner -> owner.payerWanted(ref, payment, amount));
    }

    LedgerAccount ledgerAccount(PayableRef ref) {
        return owner(ref).map(Payables::ledgerAccount).orElse(LedgerAccount.UNALLOCATED);
    }

    private Optional<Payables> owner(PayableRef ref) {
        Payables owner = owners.get(ref.kind());
        if (owner == null) {
            LOG.error("Nobody owns what is paid as {}", ref.kind());
        }
        return Optional.ofNullable(owner);
    }
}
