package io.anteroom.clinic.profile;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.reading.Beside;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Wishes to have contact details changed, as they are read and written, each with its fields in one statement. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProfileRows {

    private static final String READ = """
            select c.id, c.patient_id, c.account_id, c.asked_by, c.relationship, c.asked_at, c.state, c.answered_at,
                   c.answered_by, c.message, p.given_name, p.family_name, f.field, f.before, f.wanted, f.approved
              from (select id, patient_id, account_id, asked_by, relationship, asked_at, state, answered_at, answered_by,
                           message
                      from __tenant__.profile_change %s) c
              join __tenant__.patient p on p.id = c.patient_id
              join __tenant__.profile_change_field f on f.change_id = c.id
             order by %s, f.field""";

    private final JdbcClient jdbc;

    ProfileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ProfileChange> find(ProfileChangeId id) {
        return read(jdbc.sql(READ.formatted("where id = :id", "c.id")).param("id", id.value())).stream()
                .findFirst();
    }

    /** The same with its lock; what it says under the lock is read after. */
    Optional<ProfileChange> take(ProfileChangeId id) {
        jdbc.sql("select id from __tenant__.profile_change where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return find(id);
    }

    /** The one that waits of a patient: whoever adds one holds the patient's lock. Two records that became one may have two. */
    Optional<ProfileChange> waiting(PatientId patient) {
        return read(jdbc.sql(READ.formatted(
                                "where patient_id = :patient and state = 'waiting' order by id limit 1", "c.id"))
                        .param("patient", patient.value()))
                .stream()
                .findFirst();
    }

    /** The one that waits of what an account asked for, beside something else. */
    static Beside<ProfileChangeId> waitingBeside(@Nullable PatientId patient, AccountId account) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("profilePatient", patient == null ? 0L : patient.value());
        params.put("profileAccount", account.value());
        return new Beside<>(
                "select min(id) as profile_change from __tenant__.profile_change where patient_id = :profilePatient"
                        + " and account_id = :profileAccount and state = 'waiting'",
                "profile_change",
                params,
                (row, _) -> new ProfileChangeId(row.getLong("profile_change")));
    }

    /** The last that waits or was answered, of what this account asked for. */
    Optional<ProfileChange> last(PatientId patient, AccountId account) {
        return read(jdbc.sql(READ.formatted(
                                "where patient_id = :patient and account_id = :account and state <> 'taken-back'"
                                        + " order by id desc limit 1",
                                "c.id"))
                        .param("patient", patient.value())
                        .param("account", account.value()))
                .stream()
                .findFirst();
    }

    /** All that an account has asked for, in the order of their numbers, from behind {@code after}. */
    List<ProfileChange> of(PatientId patient, AccountId account, long after, int most) {
        return read(jdbc.sql(READ.formatted(
                        "where patient_id = :patient and account_id = :account and id > :after order by id limit :most",
                        "c.id"))
                .param("patient", patient.value())
                .param("account", account.value())
                .param("after", after)
                .param("most", most));
    }

    /** Those that wait, the oldest first, from behind {@code after}. */
    List<ProfileChange> waiting(@Nullable ProfileChangeId after, int most) {
        return read(jdbc.sql(READ.formatted("""
                                where state = 'waiting' and (cast(:after as bigint) is null
                                      or (asked_at, id) > (select o.asked_at, o.id from __tenant__.profile_change o
                                                            where o.id = :after))
                                order by asked_at, id limit :most""", "c.asked_at, c.id"))
                .param("after", after == null ? null : after.value(), Types.BIGINT)
                .param("most", most));
    }

    Optional<ProfileChangeId> ofAttempt(UUID attempt) {
        return jdbc.sql("select id from __tenant__.profile_change where attempt = :attempt")
                .param("attempt", attempt)
                .query((row, _) -> new ProfileChangeId(row.getLong("id")))
                .optional();
    }

    /** How often an account has asked since then, whatever became of it. */
    long askedSince(AccountId account, Instant since) {
        return jdbc.sql("""
                        select count(*) from __tenant__.profile_change
                         where account_id = :account and asked_at >= :since""")
                .param("account", account.value())
                .param("since", sql(since))
                .query(Long.class)
                .single();
    }

    ProfileChangeId add(
            UUID attempt,
            VisiblePatient patient,
            AccountId account,
            String name,
            List<FieldChange> fields,
            Instant now) {
        long id = jdbc.sql("""
                        insert into __tenant__.profile_change
                            (attempt, patient_id, account_id, asked_by, relationship, asked_at, state)
                        values (:attempt, :patient, :account, :name, :relationship, :now, 'waiting') returning id""")
                .param("attempt", attempt)
                .param("patient", patient.id().value())
                .param("account", account.value())
                .param("name", name)
                .param("relationship", patient.relationship().stored())
                .param("now", sql(now))
                .query(Long.class)
                .single();
        for (var field : fields) {
            jdbc.sql("""
                            insert into __tenant__.profile_change_field (change_id, field, before, wanted)
                            values (:change, :field, :before, :wanted)""")
                    .param("change", id)
                    .param("field", field.field().code())
                    .param("before", field.before())
                    .param("wanted", field.wanted())
                    .update();
        }
        return new ProfileChangeId(id);
    }

    void takeBack(ProfileChangeId id, Instant now) {
        jdbc.sql("update __tenant__.profile_change set state = 'taken-back', answered_at = :now where id = :id")
                .param("id", id.value())
                .param("now", sql(now))
                .update();
    }

    void answer(ProfileChangeId id, List<PatientField> approved, @Nullable String message, String by, Instant now) {
        jdbc.sql("""
                        update __tenant__.profile_change
                           set state = 'answered', answered_at = :now, answered_by = :by, message = :message where id = :id""")
                .param("id", id.value())
                .param("now", sql(now))
                .param("by", by)
                .param("message", message)
                .update();
        jdbc.sql("""
                        update __tenant__.profile_change_field set approved = field = any(cast(:approved as text[]))
                         where change_id = :id""")
                .param("id", id.value())
                .param("approved", approved.stream().map(PatientField::code).toArray(String[]::new))
                .update();
    }

    /** Rows of the same wish follow each other. */
    private static List<ProfileChange> read(JdbcClient.StatementSpec statement) {
        Map<Long, ProfileChange> found = new LinkedHashMap<>();
        Map<Long, List<FieldChange>> fields = new LinkedHashMap<>();
        statement.query((ResultSet row) -> {
            long id = row.getLong("id");
            if (!found.containsKey(id)) {
                found.put(id, change(row));
            }
            fields.computeIfAbsent(id, _ -> new ArrayList<>()).add(field(row));
        });
        return found.values().stream()
                .map(change -> change.with(fields.getOrDefault(change.id().value(), List.of()).stream()
                        .sorted(Comparator.comparing(FieldChange::field))
                        .toList()))
                .toList();
    }

    private static ProfileChange change(ResultSet row) throws SQLException {
        var by = row.getString("answered_by");
        var at = instantOrNull(row, "answered_at");
        return new ProfileChange(
                new ProfileChangeId(row.getLong("id")),
                new PatientId(row.getLong("patient_id")),
                (row.getString("given_name") + " " + row.getString("family_name")).strip(),
                new AccountId(row.getLong("account_id")),
                row.getString("asked_by"),
                Relationship.of(row.getString("relationship")),
                instant(row, "asked_at"),
                ProfileChange.State.read(row.getString("state")),
                by == null || at == null ? null : new ProfileChange.Answer(at, by, row.getString("message")),
                List.of());
    }

    private static FieldChange field(ResultSet row) throws SQLException {
        boolean approved = row.getBoolean("approved");
        boolean answered = !row.wasNull();
        return new FieldChange(
                PatientField.ofCode(row.getString("field")).orElseThrow(),
                row.getString("before"),
                row.getString("wanted"),
                answered ? Boolean.valueOf(approved) : null);
    }
}
