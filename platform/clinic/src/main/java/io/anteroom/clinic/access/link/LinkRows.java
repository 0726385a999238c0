package io.anteroom.clinic.access.link;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links of a clinic. */
@Component
class LinkRows {

    private static final String COLUMNS =
            "id, patient_id, kind, made_at, made_by, expires_at, opened_at, wrong_dates, ended_at, ended_because";

    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PatientLink add(PatientId patient, LinkKind kind, LinkToken token, String by, Instant now) {
        return jdbc.sql("insert into __tenant__.patient_link"
                        + " (patient_id, kind, token_hash, made_at, made_by, expires_at)"
                        + " values (:patient, :kind, :hash, :now, :by, :expires) returning " + COLUMNS)
                .param("patient", patient.value())
                .param("kind", kind.stored())
                .param("hash", token.hash())
                .param("now", sql(now))
                .param("by", by)
                .param("expires", sql(now.plus(PatientLink.LIFE)))
                .query(LinkRows::link)
                .single();
    }

    Optional<PatientLink> find(LinkToken token) {
        return one("token_hash = :of", token.hash());
    }

    /** The same, locked to the end of the transaction. */
    Optional<PatientLink> hold(LinkToken token) {
        return one("token_hash = :of for update", token.hash());
    }

    Optional<PatientLink> find(long id) {
        return one("id = :of", id);
    }

    /** The link made last for that patient. */
    Optional<PatientLink> newest(PatientId patient) {
        return one("patient_id = :of order by id desc limit 1", patient.value());
    }

    private Optional<PatientLink> one(String where, Object of) {
        return jdbc.sql("select " + COLUMNS + " from __tenant__.patient_link where " + where)
                .param("of", of)
                .query(LinkRows::link)
                .optional();
    }

    /** Ends the patient's link that has not ended; false if there is none. */
    boolean end(PatientId patient, LinkEnd because, Actor by, Instant now) {
        return jdbc.sql("""
                        update __tenant__.patient_link set ended_at = :now, ended_because = :because, ended_by = :by
                         where patient_id = :patient and ended_at is null""")
                        .param("now", sql(now))
                        .param("because", because.stored())
                        .param("by", by.name())
                        .param("patient", patient.value())
                        .update()
                > 0;
    }

    void noteOpened(LinkToken token, Instant now) {
        jdbc.sql("""
                        update __tenant__.patient_link set opened_at = :now
                         where token_hash = :hash and opened_at is null and ended_at is null and expires_at > :now""").param("now", sql(now)).param("hash", token.hash()).update();
    }

    void countWrongDate(long id) {
        jdbc.sql("update __tenant__.patient_link set wrong_dates = wrong_dates + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** The patient's birth date. */
    LocalDate born(PatientId patient) {
        return jdbc.sql("select birth_date from __tenant__.patient where id = :patient")
                .param("patient", patient.value())
                .query(LocalDate.class)
                .single();
    }

    private static PatientLink link(ResultSet row, int number) throws SQLException {
        var ended = row.getString("ended_because");
        return new PatientLink(
                row.getLong("id"),
                new PatientId(row.getLong("patient_id")),
                LinkKind.of(row.getString("kind")),
                instant(row, "made_at"),
                row.getString("made_by"),
                instant(row, "expires_at"),
                instantOrNull(row, "opened_at"),
                row.getInt("wrong_dates"),
                instantOrNull(row, "ended_at"),
                ended == null ? null : LinkEnd.of(ended));
    }
}
