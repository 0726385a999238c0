package io.anteroom.payments.attempt;

import io.anteroom.payments.Money;
import io.anteroom.payments.PayablePart;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is whose of payments that pay several things, and of what is given back of them. What staff gave back says of which part it
 * is; anything else, as what the clinic gives back in its own Stripe account, falls on the last part until that has all of its own
 * back, then on the one before. Every method needs a transaction.
 */
final class PaymentParts {

    private final JdbcClient jdbc;

    PaymentParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part, and what of it is given back by now; in minor units. */
    record Part(PayableRef ref, long amount, long refunded) {

        long left() {
            return amount - refunded;
        }

        Part with(long refundedNow) {
            return new Part(ref, amount, refundedNow);
        }
    }

    /** What is given back of a part by now, and how much more that is than before, below 0 where it has fallen. */
    record Change(PayableRef ref, long refunded, long more) {}

    /** Writes what an attempt is made of, right after it. */
    void add(PaymentId id, List<PayablePart> parts) {
        if (parts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into __tenant__.payment_part
                            (payment_id, position, payable_kind, payable_id, description, amount_minor)
                        select :id, t.position, t.kind, t.ref, t.description, t.minor
                          from unnest(cast(:kinds as text[]), cast(:refs as text[]), cast(:descriptions as text[]),
                                      cast(:minors as bigint[]))
                               with ordinality as t (kind, ref, description, minor, position)""")
                .param("id", id.value())
                .param("kinds", parts.stream().map(part -> part.ref().kind()).toArray(String[]::new))
                .param("refs", parts.stream().map(part -> part.ref().id()).toArray(String[]::new))
                .param(
                        "descriptions",
                        parts.stream().map(PayablePart::description).toArray(String[]::new))
                .param(
                        "minors",
                        parts.stream().map(part -> part.amount().minor()).toArray(Long[]::new))
                .update();
    }

    /** All of a payment, in their order, as they stand; none of one that pays one thing. */
    List<Part> of(PaymentId id) {
        return jdbc.sql("select payable_kind, payable_id, amount_minor, refunded_minor from __tenant__.payment_part"
                        + " where payment_id = :id order by position")
                .param("id", id.value())
                .query((row, _) -> new Part(
                        new PayableRef(row.getString("payable_kind"), row.getString("payable_id")),
                        row.getLong("amount_minor"),
                        row.getLong("refunded_minor")))
                .list();
    }

    /** A payment as one of its parts sees it: with no more than what is its own. */
    Payment shown(StoredPayment payment, PayableRef ref) {
        Payment whole = payment.shown();
        Part own = of(payment.id()).stream()
                .filter(part -> part.ref().equals(ref))
                .findFirst()
                .orElseThrow();
        return new Payment(
                whole.id(),
                ref,
                new Money(own.amount(), whole.amount().currency()),
                whole.state(),
                whole.allocation(),
                whole.failure(),
                whole.createdAt(),
                whole.settledAt(),
                whole.card(),
                own.refunded(),
                whole.toBeGivenBack() && own.left() > 0);
    }

    /** Writes of which parts it is that so much is given back by now, and says what that changed. */
    List<Change> givenBack(PaymentId id, GivenBack back) {
        List<Part> known = of(id);
        return known.isEmpty() ? List.of() : write(id, known, spread(ofStaff(known, named(id, back)), back.minor()));
    }

    /** The same where nobody says which refunds there are: what is known stays, and only the rest is spread. */
    List<Change> givenBack(PaymentId id, long total) {
        List<Part> known = of(id);
        return write(id, known, spread(known, total));
    }

    private Map<PayableRef, Long> named(PaymentId id, GivenBack back) {
        Map<PayableRef, Long> named = new HashMap<>();
        jdbc.sql("select id, payable_kind, payable_id from __tenant__.payment_refund"
                        + " where payment_id = :id and payable_kind is not null")
                .param("id", id.value())
                .query(row -> {
                    long minor = Optional.ofNullable(back.ofStaff().get(row.getObject("id", UUID.class)))
                            .orElse(0L);
                    var ref = new PayableRef(row.getString("payable_kind"), row.getString("payable_id"));
                    named.merge(ref, minor, Long::sum);
                });
        return named;
    }

    private static List<Part> ofStaff(List<Part> parts, Map<PayableRef, Long> named) {
        return parts.stream()
                .map(part -> part.with(Math.min(part.amount(), named.getOrDefault(part.ref(), 0L))))
                .toList();
    }

    /** The parts with so much given back of all together: what is more falls on the last first, and what is less is the first's first. */
    private static List<Part> spread(List<Part> parts, long total) {
        long more = total - parts.stream().mapToLong(Part::refunded).sum();
        List<Part> spread = new ArrayList<>(parts);
        for (int step = 0; step < parts.size(); step++) {
            int at = more < 0 ? step : parts.size() - 1 - step;
            Part part = spread.get(at);
            long own = Math.clamp(more, -part.refunded(), part.left());
            spread.set(at, part.with(part.refunded() + own));
            more -= own;
        }
        return spread;
    }

    private List<Change> write(PaymentId id, List<Part> before, List<Part> after) {
        List<Change> changes = new ArrayList<>();
        for (int at = 0; at < before.size(); at++) {
            Part part = after.get(at);
            long more = part.refunded() - before.get(at).refunded();
            if (more != 0) {
                jdbc.sql("update __tenant__.payment_part set refunded_minor = :minor"
                                + " where payment_id = :id and payable_kind = :kind and payable_id = :ref")
                        .param("minor", part.refunded())
                        .param("id", id.value())
                        .param("kind", part.ref().kind())
                        .param("ref", part.ref().id())
                        .update();
                changes.add(new Change(part.ref(), part.refunded(), more));
            }
        }
        return changes;
    }
}
