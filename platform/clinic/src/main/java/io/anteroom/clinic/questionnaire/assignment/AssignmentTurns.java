package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who gives a form at the moment, where several would. */
@Component
class AssignmentTurns {

    private final JdbcClient jdbc;

    AssignmentTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends nobody else gives this patient a form, or this account as long as no record is known: so that what is looked
     * for and given next is given once, whoever gives it at the same moment.
     *
     * @return whether there is such a record, or account
     */
    boolean take(@Nullable PatientId patient, @Nullable AccountId account) {
        var locked = patient != null
                ? jdbc.sql("select id from __tenant__.patient where id = :id and not merged for no key update")
                        .param("id", patient.value())
                : jdbc.sql("select id from __tenant__.portal_account where id = :id for no key update")
                        .param("id", account == null ? 0L : account.value());
        return locked.query(Long.class).optional().isPresent();
    }

    /** The same for many, always in the same order. */
    void takeAll(Collection<PatientId> patients) {
        jdbc.sql(
                        "select id from __tenant__.patient where id = any(cast(:ids as bigint[])) order by id for no key update")
                .param("ids", patients.stream().map(PatientId::value).toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
