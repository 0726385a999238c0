package io.anteroom.clinic.document;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.file.FileCheck;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.EnumCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents as they are read and written, within a transaction. */
@Component
class DocumentRows {

    private static final String READ = """
            d.id, d.patient_id, btrim(p.given_name || ' ' || p.family_name) as patient_name, d.account_id, d.sent_by,
                   d.sent_at, d.file_id, f.checked, d.name, d.size, d.note, d.state, d.category, d.message, d.reviewed_at,
                   d.reviewed_by
              from __tenant__.document d
              left join __tenant__.patient p on p.id = d.patient_id
              left join __tenant__.file f on f.id = d.file_id and f.released_at is null
            """;

    private static final String SELECT = "select " + READ;

    /** Of all that a chart opens: what the account sent itself, with or without a record, and everybody's of patients it sees in full. */
    private static final String SEEN = """
             where d.state <> 'taken-back'
               and (d.patient_id = any(cast(:full as bigint[]))
                    or d.account_id = :account and (d.patient_id is null or d.patient_id = any(cast(:own as bigint[]))))
            """;

    /** The same with how many there are beside each; {@link #PAGE} behind it takes the page. */
    private static final String COUNTED = "select count(*) over () as total, " + READ;

    private static final String PAGE = " order by d.sent_at desc, d.id desc limit :most offset :before";

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets what one account sends come one after the other. The record comes first, as whoever gives access to it locks it. */
    void lock(AccountId account, PatientId patient) {
        jdbc.sql("select 1 from __tenant__.patient where id = :id for key share")
                .param("id", patient.value())
                .query(Integer.class)
                .optional();
        lock(account);
    }

    /** The same of what is about nobody's record. */
    void lock(AccountId account) {
        jdbc.sql("select 1 from __tenant__.portal_account where id = :id for no key update")
                .param("id", account.value())
                .query(Integer.class)
                .optional();
    }

    /** Whether somebody opened that account by themselves, and nobody has decided whose record it is to open. */
    boolean waitsForRecord(AccountId account) {
        return jdbc.sql(
                        "select exists (select from __tenant__.registration where account_id = :account and state = 'open')")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** The record with which that account was matched. */
    Optional<PatientId> matchedWith(AccountId account) {
        return jdbc.sql(
                        "select patient_id from __tenant__.registration where account_id = :account and state = 'joined'")
                .param("account", account.value())
                .query((row, _) -> new PatientId(row.getLong("patient_id")))
                .optional();
    }

    Optional<DocumentId> ofAttempt(UUID attempt, AccountId account) {
        return jdbc.sql("select id from __tenant__.document where attempt = :attempt and account_id = :account")
                .param("attempt", attempt)
                .param("account", account.value())
                .query((row, _) -> new DocumentId(row.getLong("id")))
                .optional();
    }

    DocumentLimits.Sent sentSince(AccountId account, Instant since) {
        return jdbc.sql("""
                        select count(*) as documents, coalesce(sum(size), 0) as bytes from __tenant__.document
                         where account_id = :account and sent_at > :since""")
                .param("account", account.value())
                .param("since", sql(since))
                .query((row, _) -> new DocumentLimits.Sent(row.getInt("documents"), row.getLong("bytes")))
                .single();
    }

    DocumentId insert(
            UUID attempt,
            AccountId account,
            String by,
            @Nullable PatientId patient,
            StoredFile file,
            String note,
            Instant now) {
        return jdbc.sql("""
                        insert into __tenant__.document
                            (attempt, patient_id, account_id, sent_by, sent_at, file_id, name, size, note, state)
                        values (:attempt, :patient, :account, :by, :now, :file, :name, :size, :note, 'waiting') returning id""")
                .param("attempt", attempt)
                .param("patient", patient == null ? null : patient.value())
                .param("account", account.value())
                .param("by", by)
                .param("now", sql(now))
                .param("file", file.id().value())
                .param("name", file.name())
                .param("size", file.size())
                .param("note", note)
                .query((row, _) -> new DocumentId(row.getLong("id")))
                .single();
    }

    /** A page of those that a chart opens, the newest first. */
    DocumentPage seen(AccountId account, Collection<PatientId> full, Collection<PatientId> own, int page) {
        return page(seen(COUNTED + SEEN + PAGE, account, full, own), page);
    }

    /** How many there are is read beside each, by the same statement. */
    private static DocumentPage page(JdbcClient.StatementSpec statement, int page) {
        var total = new AtomicLong();
        var found = statement
                .param("most", DocumentQuery.PAGE_SIZE)
                .param("before", (page - 1) * DocumentQuery.PAGE_SIZE)
                .query((row, _) -> {
                    total.set(row.getLong("total"));
                    return document(row);
                })
                .list();
        return new DocumentPage(found, total.get());
    }

    /** One of them. */
    Optional<Document> seen(DocumentId id, AccountId account, Collection<PatientId> full, Collection<PatientId> own) {
        return seen(SELECT + SEEN + " and d.id = :id", account, full, own)
                .param("id", id.value())
                .query((row, _) -> document(row))
                .optional();
    }

    private JdbcClient.StatementSpec seen(
            String statement, AccountId account, Collection<PatientId> full, Collection<PatientId> own) {
        return jdbc.sql(statement)
                .param("account", account.value())
                .param("full", numbers(full))
                .param("own", numbers(own));
    }

    private static Long[] numbers(Collection<PatientId> patients) {
        return patients.stream().map(PatientId::value).toArray(Long[]::new);
    }

    /** One, for staff. */
    Optional<Document> find(DocumentId id) {
        return jdbc.sql(SELECT + " where d.id = :id and d.state <> 'taken-back'")
                .param("id", id.value())
                .query((row, _) -> document(row))
                .optional();
    }

    /** The one with that file, if it waits. */
    Optional<Document> waitingWith(FileId file) {
        return jdbc.sql(SELECT + " where d.file_id = :file and d.state = 'waiting'")
                .param("file", file.value())
                .query((row, _) -> document(row))
                .optional();
    }

    /** A page of a group: what waits longest first, of the others the last that was decided. */
    List<Document> page(DocumentQuery query) {
        String order = query.show() == DocumentQuery.Show.WAITING
                ? " order by d.sent_at, d.id"
                : " order by d.reviewed_at desc, d.id desc";
        return matching(SELECT, query, order + " limit :most offset :before")
                .param("most", DocumentQuery.PAGE_SIZE)
                .param("before", (query.page() - 1) * DocumentQuery.PAGE_SIZE)
                .query((row, _) -> document(row))
                .list();
    }

    long count(DocumentQuery query) {
        return matching(
                        "select count(*) from __tenant__.document d left join __tenant__.patient p on p.id = d.patient_id",
                        query,
                        "")
                .query(Long.class)
                .single();
    }

    /** The state is written as a literal, since plans are kept and most rows are of one. */
    private JdbcClient.StatementSpec matching(String select, DocumentQuery query, String rest) {
        String where = " where d.state = '" + EnumCode.of(query.show()) + "'"
                + " and (:search = '' or position(lower(:search) in lower(coalesce(p.given_name || ' ' || p.family_name, d.sent_by))) > 0"
                + " or position(lower(:search) in lower(d.name)) > 0)";
        return jdbc.sql(select + where + rest).param("search", query.search());
    }

    /** A page of those about a patient that are on the record or wait, the newest first. */
    DocumentPage ofPatient(PatientId patient, int page) {
        return page(
                jdbc.sql(COUNTED + " where d.patient_id = :patient and d.state in ('waiting', 'filed')" + PAGE)
                        .param("patient", patient.value()),
                page);
    }

    /** Takes it back, if it waits and that account sent it: nothing of it is left but that something was sent. */
    boolean takeBack(DocumentId id, AccountId account) {
        return jdbc.sql("""
                        update __tenant__.document set state = 'taken-back', name = '', note = ''
                         where id = :id and account_id = :account and state = 'waiting'""")
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                > 0;
    }

    /** Decides, if it waits. */
    boolean decide(
            DocumentId id,
            DocumentState state,
            @Nullable DocumentCategory category,
            @Nullable String message,
            String by,
            Instant now) {
        return jdbc.sql("""
                        update __tenant__.document
                           set state = :state, category = :category, message = :message, reviewed_at = :now, reviewed_by = :by
                         where id = :id and state = 'waiting'""")
                        .param("state", EnumCode.of(state))
                        .param("category", category == null ? null : category.code())
                        .param("message", message)
                        .param("now", sql(now))
                        .param("by", by)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Puts what an account sent before it was matched on that record. */
    List<DocumentId> claim(AccountId account, PatientId patient) {
        return jdbc.sql("""
                        update __tenant__.document set patient_id = :patient
                         where account_id = :account and patient_id is null returning id""")
                .param("patient", patient.value())
                .param("account", account.value())
                .query((row, _) -> new DocumentId(row.getLong("id")))
                .list();
    }

    private static Document document(ResultSet row) throws SQLException {
        long patient = row.getLong("patient_id");
        boolean unmatched = row.wasNull();
        long file = row.getLong("file_id");
        boolean gone = row.wasNull();
        String checked = row.getString("checked");
        String category = row.getString("category");
        return new Document(
                new DocumentId(row.getLong("id")),
                unmatched ? null : new PatientId(patient),
                row.getString("patient_name"),
                new AccountId(row.getLong("account_id")),
                row.getString("sent_by"),
                instant(row, "sent_at"),
                gone ? null : new FileId(file),
                checked == null ? null : EnumCode.read(FileCheck.class, checked),
                row.getString("name"),
                row.getLong("size"),
                row.getString("note"),
                EnumCode.read(DocumentState.class, row.getString("state")),
                category == null ? null : EnumCode.read(DocumentCategory.class, category),
                row.getString("message"),
                instantOrNull(row, "reviewed_at"),
                row.getString("reviewed_by"));
    }
}
