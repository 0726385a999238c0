package io.anteroom.clinic.billing;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.payments.PaymentId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who went to pay, so that of two people who see the same invoice neither is told of the other's card. Where two went on
 * with the same page, nobody knows which of them paid.
 */
@Component
public class Payers {

    private final JdbcClient jdbc;

    Payers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that this person went to pay, or that a card of theirs is charged. */
    @Transactional
    public void went(PaymentId payment, Actor.PortalUser by) {
        jdbc.sql("""
                        insert into __tenant__.payment_payer as p (payment_id, account_id)
                        select :payment, a.id from __tenant__.portal_account a where a.id = :account
                        on conflict (payment_id) do update set account_id = null
                         where p.account_id is distinct from excluded.account_id""")
                .param("payment", payment.value())
                .param("account", Long.valueOf(by.id()))
                .update();
    }

    /** Whose try to pay it surely is. */
    @Transactional(readOnly = true)
    public Optional<AccountId> of(PaymentId payment) {
        return jdbc.sql("select account_id from __tenant__.payment_payer"
                        + " where payment_id = :payment and account_id is not null")
                .param("payment", payment.value())
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }

    /** Whether it is certain that the one who looks paid it. */
    @Transactional(readOnly = true)
    public boolean paid(PaymentId payment, Viewer viewer) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.payment_payer
                                        where payment_id = :payment and account_id = :account)""")
                .param("payment", payment.value())
                .param("account", viewer.account().value())
                .query(Boolean.class)
                .single();
    }

    /** Whether it is certain that somebody else went to pay it. */
    @Transactional(readOnly = true)
    public boolean isSomebodyElses(PaymentId payment, Viewer viewer) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.payment_payer
                                        where payment_id = :payment and account_id <> :account)""")
                .param("payment", payment.value())
                .param("account", viewer.account().value())
                .query(Boolean.class)
                .single();
    }
}
