package io.anteroom.clinic.billing;

import io.anteroom.clinic.patient.PatientId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which forms for new invoices were sent before: a click, a reload or the way back sends one again. */
@Component
class DraftForms {

    private final JdbcClient jdbc;

    DraftForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The invoice that a form began. The patient's row is locked until the transaction ends, so that of two at once the second
     * sees the first's.
     */
    Optional<InvoiceId> begun(UUID form, PatientId patient) {
        jdbc.sql("select id from __tenant__.patient where id = :id for no key update")
                .param("id", patient.value())
                .query(Long.class)
                .optional();
        return jdbc.sql("select id from __tenant__.invoice where token = :token")
                .param("token", form)
                .query((row, _) -> new InvoiceId(row.getLong("id")))
                .optional();
    }
}
