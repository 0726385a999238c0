package io.anteroom.clinic.billing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clinic's invoice numbers: 1, 2, 3 without gaps, as many tax offices ask. A number is taken by raising one row, which
 * stays locked until the transaction ends: rolled back, it is given to the next.
 */
@Component
class InvoiceNumbers {

    private final JdbcClient jdbc;

    InvoiceNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        return jdbc.sql("""
                        insert into __tenant__.invoice_number as counter (sole, last) values (true, 1)
                        on conflict (sole) do update set last = counter.last + 1
                        returning last""").query(Long.class).single();
    }
}
