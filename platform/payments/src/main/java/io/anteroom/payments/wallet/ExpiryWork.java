package io.anteroom.payments.wallet;

import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardOwners;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has a card's owner told, once, that it expires in 30 days. Each time Stripe tells of a card it is put down for its day; when
 * that comes, what is known of the card by then counts, since banks renew cards by themselves.
 */
public final class ExpiryWork implements WorkHandler {

    /** The kind of this work; it refers to a card's id. */
    public static final String KIND = "card-expiry";

    private static final int DAYS_BEFORE = 30;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final CardStore cards;
    private final List<CardOwners> owners;
    private final WorkQueue work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpiryWork(CardStore cards, List<CardOwners> owners, WorkQueue work, TransactionTemplate transaction, Clock clock) {
        this.cards = cards;
        this.owners = List.copyOf(owners);
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        CardId.parse(ref)
                .ifPresent(id ->
                        transaction.executeWithoutResult(_ -> cards.toTell(id).ifPresent(found -> {
                            Instant due = due(found.card().until());
                            if (due.isAfter(clock.instant())) {
                                work.add(KIND, ref, due);
                            } else if (cards.told(id, found.card().until())) {
                                owners.forEach(each -> each.expires(found.payer(), found.card()));
                            }
                        })));
    }

    /** When the owner of a card that is good until the end of that month is told. */
    static Instant due(YearMonth until) {
        return until.atEndOfMonth()
                .minusDays(DAYS_BEFORE)
                .atTime(MORNING)
                .atZone(CurrentTenant.get().zone())
                .toInstant();
    }
}
