package io.anteroom.clinic.billing.plan;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.payments.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan over one invoice, with its instalments in order.
 *
 * @param token of the form that offered it
 * @param reason why it is paused or has ended, or null
 * @param account who accepted it last, or null
 * @param acceptedAt when they did, or null
 */
public record PaymentPlan(
        PlanId id,
        InvoiceId invoice,
        UUID token,
        PlanState state,
        @Nullable PlanReason reason,
        Currency currency,
        String offeredBy,
        Instant offeredAt,
        @Nullable AccountId account,
        @Nullable Instant acceptedAt,
        List<Instalment> instalments) {

    /** Whether a payer may accept it: it is offered, or paused and would go on. */
    public boolean isAcceptable() {
        return state == PlanState.OFFERED || state == PlanState.PAUSED;
    }

    /** Whether anything can still come of it. */
    public boolean isOpen() {
        return state != PlanState.ENDED;
    }

    /** Whether that account accepted it last. */
    public boolean isOf(AccountId who) {
        return who.equals(account);
    }

    /**
     * What would be charged if it were accepted today: what is still to be paid. Where the first day has passed all days move on, so
     * that it is tomorrow.
     */
    List<Planned> ahead(LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        long late = open().map(Instalment::day)
                .map(first -> Math.max(0, ChronoUnit.DAYS.between(first, tomorrow)))
                .orElse(0L);
        return instalments.stream()
                .filter(Instalment::isOpen)
                .map(each -> new Planned(each.number(), each.day().plusDays(late), each.amount()))
                .toList();
    }

    /** The same while so much is due: what was paid in another way has come off the first ones. */
    public List<Planned> ahead(LocalDate today, long dueMinor) {
        List<Planned> ahead = new ArrayList<>();
        long left = dueMinor;
        for (Planned part : ahead(today).reversed()) {
            long asked = Math.clamp(left, 0, part.amount().minor());
            left -= asked;
            if (asked > 0) {
                ahead.add(new Planned(part.number(), part.day(), new Money(asked, currency)));
            }
        }
        return ahead.reversed();
    }

    /** The instalment that is being charged, or of which that isn't known. */
    public Optional<Instalment> underWay() {
        return instalments.stream().filter(Instalment::isUnderWay).findFirst();
    }

    /**
     * Of an instalment, what may be charged while so much is due: what those after it leave, at most all of it. One before it that waits to be
     * tried again has no claim: what its payer paid in person meanwhile was for that one.
     */
    Money charge(Instalment of, Money due) {
        long others = instalments.stream()
                .filter(each -> each.state() == InstalmentState.DUE && each.number() > of.number())
                .mapToLong(each -> each.amount().minor())
                .sum();
        return new Money(Math.clamp(due.minor() - others, 0, of.amount().minor()), currency);
    }

    /** The same as it is to be shown while so much is due: where nothing is, it has come to its end, be that noted or not yet. */
    PaymentPlan whileDue(long dueMinor) {
        return dueMinor > 0 || !isOpen() || underWay().isPresent()
                ? this
                : new PaymentPlan(
                        id,
                        invoice,
                        token,
                        PlanState.ENDED,
                        PlanReason.NOTHING_DUE,
                        currency,
                        offeredBy,
                        offeredAt,
                        account,
                        acceptedAt,
                        instalments);
    }

    PaymentPlan with(List<Instalment> parts) {
        return new PaymentPlan(
                id,
                invoice,
                token,
                state,
                reason,
                currency,
                offeredBy,
                offeredAt,
                account,
                acceptedAt,
                List.copyOf(parts));
    }

    Optional<Instalment> instalment(int number) {
        return instalments.stream().filter(each -> each.number() == number).findFirst();
    }

    private Optional<Instalment> open() {
        return instalments.stream().filter(Instalment::isOpen).min(Comparator.comparing(Instalment::day));
    }
}
