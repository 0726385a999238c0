package io.anteroom.clinic.questionnaire.link;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.questionnaire.AssignmentId;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of links, within a transaction. */
@Repository
class FormLinkRows {

    private static final String SELECT = """
            select id, questionnaire_id, email, due_on, sent_at, sent_by, expires_at, ended_at, used_at, account_id, assignment_id,
                   given_name, family_name, birth_date
              from __tenant__.questionnaire_link""";

    private final JdbcClient jdbc;

    FormLinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    FormLinkId add(
            QuestionnaireId questionnaire,
            SignInAddress email,
            FormLinkKey key,
            @Nullable LocalDate due,
            Instant now,
            Instant expires,
            String by) {
        return jdbc.sql("""
                        insert into __tenant__.questionnaire_link (questionnaire_id, email, key_hash, due_on, sent_at, sent_by, expires_at)
                        values (:questionnaire, :email, :hash, :due, :now, :by, :expires) returning id""")
                .param("questionnaire", questionnaire.value())
                .param("email", email.value())
                .param("hash", key.hash())
                .param("due", due, Types.DATE)
                .param("now", sql(now))
                .param("by", by)
                .param("expires", sql(expires))
                .query((row, _) -> new FormLinkId(row.getLong("id")))
                .single();
    }

    /** Ends what was sent there before and not used. */
    void replace(QuestionnaireId questionnaire, SignInAddress email, Instant now) {
        jdbc.sql("""
                        update __tenant__.questionnaire_link set ended_at = :now, given_name = null, family_name = null, birth_date = null
                         where questionnaire_id = :questionnaire and email = :email and used_at is null and ended_at is null""")
                .param("questionnaire", questionnaire.value())
                .param("email", email.value())
                .param("now", sql(now))
                .update();
    }

    /** Sending takes turns in a clinic, whatever is sent, so that two at once don't make more than may be. */
    void takeTurn(Instant now) {
        jdbc.sql("""
                        insert into __tenant__.questionnaire_link_turn as t (sole, taken_at) values (true, :now)
                        on conflict (sole) do update set taken_at = excluded.taken_at""").param("now", sql(now)).update();
    }

    int sentSince(Instant since) {
        return jdbc.sql("select count(*) from __tenant__.questionnaire_link where sent_at > :since")
                .param("since", sql(since))
                .query(Integer.class)
                .single();
    }

    boolean active(QuestionnaireId questionnaire) {
        return jdbc.sql("select id from __tenant__.questionnaire where id = :id and state = 'active'")
                .param("id", questionnaire.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Optional<FormLink> find(FormLinkKey key) {
        return jdbc.sql(SELECT + " where key_hash = :hash")
                .param("hash", key.hash())
                .query((row, _) -> link(row))
                .optional();
    }

    Optional<FormLink> find(FormLinkId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> link(row))
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<FormLink> locked(FormLinkId id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> link(row))
                .optional();
    }

    /** The last ones sent of a questionnaire. */
    List<FormLink> of(QuestionnaireId questionnaire, int most) {
        return jdbc.sql(SELECT + " where questionnaire_id = :questionnaire order by sent_at desc, id desc limit :most")
                .param("questionnaire", questionnaire.value())
                .param("most", most)
                .query((row, _) -> link(row))
                .list();
    }

    void say(FormLinkId id, Applicant applicant) {
        jdbc.sql("""
                        update __tenant__.questionnaire_link set given_name = :given, family_name = :family, birth_date = :born
                         where id = :id""")
                .param("id", id.value())
                .param("given", applicant.givenName())
                .param("family", applicant.familyName())
                .param("born", applicant.birthDate())
                .update();
    }

    /** Forgets who somebody said to be. */
    void forget(FormLinkId id) {
        jdbc.sql("""
                        update __tenant__.questionnaire_link set given_name = null, family_name = null, birth_date = null
                         where id = :id""").param("id", id.value()).update();
    }

    void end(FormLinkId id, Instant now) {
        jdbc.sql("update __tenant__.questionnaire_link set ended_at = :now where id = :id")
                .param("id", id.value())
                .param("now", sql(now))
                .update();
        forget(id);
    }

    void use(FormLinkId id, AccountId account, AssignmentId form, Instant now) {
        jdbc.sql("""
                        update __tenant__.questionnaire_link set used_at = :now, account_id = :account, assignment_id = :form
                         where id = :id""")
                .param("id", id.value())
                .param("account", account.value())
                .param("form", form.value())
                .param("now", sql(now))
                .update();
        forget(id);
    }

    private static FormLink link(ResultSet row) throws SQLException {
        String family = row.getString("family_name");
        Long account = row.getObject("account_id", Long.class);
        Long form = row.getObject("assignment_id", Long.class);
        return new FormLink(
                new FormLinkId(row.getLong("id")),
                new QuestionnaireId(row.getLong("questionnaire_id")),
                SignInAddress.email(row.getString("email")).orElseThrow(),
                row.getObject("due_on", LocalDate.class),
                instant(row, "sent_at"),
                row.getString("sent_by"),
                instant(row, "expires_at"),
                instantOrNull(row, "ended_at"),
                instantOrNull(row, "used_at"),
                account == null ? null : new AccountId(account),
                form == null ? null : new AssignmentId(form),
                family == null
                        ? null
                        : new Applicant(
                                row.getString("given_name"), family, row.getObject("birth_date", LocalDate.class)));
    }
}
