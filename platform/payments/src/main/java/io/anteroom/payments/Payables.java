package io.anteroom.payments;

import io.anteroom.payments.ledger.LedgerAccount;
import java.time.Instant;
import java.util.Optional;

/** Port to whatever is paid, implemented by the owner of the invoices. Every call is inside the current clinic. */
public interface Payables {

    /** The kind of the {@linkplain PayableRef#kind() references} that are this owner's; no two owners have the same. */
    String kind();

    /** Where the ledger has what is paid for them. */
    LedgerAccount ledgerAccount();

    /** What is known of it now, or nothing if there is no such thing. Called with or without a transaction. */
    Optional<Payable> find(PayableRef ref);

    /**
     * Money has arrived for it. Called exactly once for each payment, in the transaction that records the payment, so that
     * both stand or fall together; no call to Stripe or anything else outside the database belongs here.
     *
     * <p>Money that has arrived is never refused: where the payable is gone, void or owes less by now, answer {@link
     * Allocation#UNALLOCATED} and change nothing; the payment is then kept for the staff to see to.
     *
     * @param ref what was paid
     * @param payment the payment, unique in the clinic
     * @param amount what arrived, positive
     * @param at when Stripe says it succeeded
     */
    Allocation settled(PayableRef ref, PaymentId payment, Money amount, Instant at);

    /**
     * The clinic has given money back, at Stripe, that was {@linkplain #settled settled} before. Called in the transaction that
     * records it, once for each change of the total. Where a payment counts on {@linkplain Payable#parts parts}, the owner of each of
     * these is told of what is its own, and nobody of the whole.
     *
     * @param refunded all that was given back of this payment by now
     */
    void refunded(PayableRef ref, PaymentId payment, Money refunded);

    /**
     * Some of what was given back did not arrive and has come back, so that the total has fallen. Called in place of {@link
     * #refunded}, which it is where the owner tells a total that falls by itself.
     *
     * @param refunded all that was given back of this payment by now; nothing if all of it has come back
     * @param returned how much has come back, positive
     */
    default void cameBack(PayableRef ref, PaymentId payment, Money refunded, Money returned) {
        refunded(ref, payment, refunded);
    }

    /**
     * The ledger was given what it lacked of money that arrived for it, or was given back. Called in the transaction that posts
     * it, so that the owner's own entries follow; nothing has happened of which anybody is to be told. Does nothing where the owner
     * has none.
     */
    default void posted(PayableRef ref) {}

    /**
     * The payer's card could not be charged while they were away: their bank wants to see them, and nothing was taken. Whoever
     * owes it is to be asked to pay it themselves. Called in the transaction that records it, once for each payment. Does nothing
     * where nobody is charged while away.
     */
    default void payerWanted(PayableRef ref, PaymentId payment, Money amount) {}

    /** What the owner of a payable did with money that arrived for it. */
    enum Allocation {
        /** It counts towards what is owed. */
        ALLOCATED,
        /** It could not: the payable was not open, or owed less. The staff must look at it. */
        UNALLOCATED
    }
}
