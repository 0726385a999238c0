package io.anteroom.clinic.billing;

import io.anteroom.messaging.StillHolds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mail that asks for payment holds while payment is awaited; one that waited too long is dropped. */
@Component
class InvoiceStillDue implements StillHolds {

    private final JdbcClient jdbc;

    InvoiceStillDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return InvoiceMail.ABOUT_INVOICE;
    }

    @Override
    public boolean holds(String ref) {
        return jdbc.sql("select state from __tenant__.invoice where id = :id")
                .param("id", Long.parseLong(ref))
                .query(String.class)
                .optional()
                .map(InvoiceState::of)
                .filter(InvoiceState::awaitsPayment)
                .isPresent();
    }
}
