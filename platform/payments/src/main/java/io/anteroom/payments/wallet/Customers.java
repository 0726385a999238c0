package io.anteroom.payments.wallet;

import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.payments.stripe.StripeAnswer;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that each payer is one customer on an account, and knows that customer's cards as Stripe last told them. */
final class Customers {

    /** After that Stripe may have forgotten the key. */
    private static final Duration KEY_HOLDS = Duration.ofHours(23);

    private final OwnerStore owners;
    private final CardStore cards;
    private final StripeCustomers stripe;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Customers(
            OwnerStore owners,
            CardStore cards,
            StripeCustomers stripe,
            WorkQueue work,
            TransactionTemplate transaction,
            Clock clock) {
        this.owners = owners;
        this.cards = cards;
        this.stripe = stripe;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The payer as a customer of this account, made if need be; nothing where Stripe would not, or does not answer. */
    Optional<CardOwner> customer(PayerRef payer, String account) {
        CardOwner owner = Objects.requireNonNull(transaction.execute(_ -> {
            owners.begin(payer, account, clock.instant());
            return owners.find(payer, account).orElseThrow();
        }));
        if (owner.customer() != null) {
            return Optional.of(owner);
        }
        boolean keyIsOld = owner.begunAt().plus(KEY_HOLDS).isBefore(clock.instant());
        if (!keyIsOld) {
            switch (stripe.make(owner)) {
                case StripeAnswer.Given<String>(String customer) -> {
                    return made(owner, customer);
                }
                case StripeAnswer.Refused<String>(String code, String _) when code.equals(StripeAnswer.ERROR_KEPT) -> {
                    // Only the list tells whether there is one.
                }
                case StripeAnswer.Refused<String> _, StripeAnswer.Silent<String> _ -> {
                    return Optional.empty();
                }
            }
        }
        return lookFor(owner);
    }

    /** The payer as a customer of this account, as far as known, without asking Stripe. */
    Optional<CardOwner> known(PayerRef payer, String account) {
        return Objects.requireNonNull(transaction.execute(_ -> owners.find(payer, account)));
    }

    Optional<CardOwner> ofCustomer(String customer) {
        return Objects.requireNonNull(transaction.execute(_ -> owners.ofCustomer(customer)));
    }

    /**
     * Asks Stripe which cards the customer has, and records that.
     *
     * @return what Stripe said, or nothing where it did not answer
     */
    Optional<CardReading> refresh(CardOwner owner) {
        return owner.customer() != null && ask(owner) instanceof StripeAnswer.Given<CardReading>(CardReading reading)
                ? Optional.of(reading)
                : Optional.empty();
    }

    /** The same; whether Stripe answered. What it refuses it would refuse again. */
    boolean isHeard(CardOwner owner) {
        return owner.customer() == null || !(ask(owner) instanceof StripeAnswer.Silent);
    }

    private StripeAnswer<CardReading> ask(CardOwner owner) {
        Instant asked = clock.instant();
        StripeAnswer<CardReading> answer = reading(owner);
        if (answer instanceof StripeAnswer.Given<CardReading>(CardReading reading)) {
            record(owner, reading, asked);
        }
        return answer;
    }

    private void record(CardOwner owner, CardReading reading, Instant asked) {
        transaction.executeWithoutResult(_ -> {
            if (owners.reading(owner, asked)) {
                cards.record(owner, reading, asked);
                cards.of(owner.payer(), owner.account()).forEach(card -> tellOfExpiry(card.shown()));
                if (!reading.exists()) {
                    owners.startOver(owner, asked);
                }
            }
        });
    }

    /** Whoever is looking at a card that expires sooner sees it on the page. */
    private void tellOfExpiry(SavedCard card) {
        Instant due = ExpiryWork.due(card.until());
        if (due.isAfter(clock.instant())) {
            work.add(ExpiryWork.KIND, card.id().toString(), due);
        }
    }

    private StripeAnswer<CardReading> reading(CardOwner owner) {
        StripeAnswer<CardReading> answer = stripe.read(owner);
        return answer instanceof StripeAnswer.Refused<CardReading>(String code, String _)
                        && code.equals("resource_missing")
                ? new StripeAnswer.Given<>(CardReading.GONE)
                : answer;
    }

    private Optional<CardOwner> lookFor(CardOwner owner) {
        if (!(stripe.lookFor(owner) instanceof StripeAnswer.Given<StripeCustomers.Found>(var found))) {
            return Optional.empty();
        }
        if (found.customer() != null) {
            return made(owner, found.customer());
        }
        if (found.certain()) {
            transaction.executeWithoutResult(_ -> owners.startOver(owner, clock.instant()));
        }
        return Optional.empty();
    }

    private Optional<CardOwner> made(CardOwner owner, String customer) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            owners.made(owner, customer);
            return owners.find(owner.payer(), owner.account()).filter(now -> now.customer() != null);
        }));
    }
}
