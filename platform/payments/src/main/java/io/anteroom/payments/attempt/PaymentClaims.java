package io.anteroom.payments.attempt;

import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What attempts that are not over could take the money of; each thing has one at most. The database lets go of them when an attempt is
 * over. Every method needs a transaction.
 */
final class PaymentClaims {

    private static final Comparator<PayableRef> ORDER =
            Comparator.comparing(PayableRef::kind).thenComparing(PayableRef::id);

    private final JdbcClient jdbc;

    PaymentClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes all of them for an attempt that is about to be written, or none; in one order, so that no two wait for each other. */
    boolean take(PaymentId id, Collection<PayableRef> claimed) {
        List<PayableRef> ordered = claimed.stream().sorted(ORDER).toList();
        int taken = jdbc.sql("""
                        insert into __tenant__.payment_claim (payable_kind, payable_id, payment_id)
                        select c.kind, c.ref, :id
                          from unnest(cast(:kinds as text[]), cast(:refs as text[])) with ordinality as c (kind, ref, position)
                         order by c.position
                        on conflict do nothing""")
                .param("id", id.value())
                .param("kinds", ordered.stream().map(PayableRef::kind).toArray(String[]::new))
                .param("refs", ordered.stream().map(PayableRef::id).toArray(String[]::new))
                .update();
        if (taken == ordered.size()) {
            return true;
        }
        letGo(id);
        return false;
    }

    /** Gives back what was taken for an attempt that was not written after all; those of one that was stay. */
    void letGo(PaymentId id) {
        jdbc.sql("delete from __tenant__.payment_claim where payment_id = :id"
                        + " and not exists (select from __tenant__.payment p where p.id = :id)")
                .param("id", id.value())
                .update();
    }
}
