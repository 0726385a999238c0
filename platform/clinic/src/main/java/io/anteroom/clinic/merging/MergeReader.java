package io.anteroom.clinic.merging;

import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.merging.MergeSide.BookingCounts;
import io.anteroom.clinic.merging.MergeSide.MoneyCounts;
import io.anteroom.clinic.merging.MergeSide.Opening;
import io.anteroom.clinic.merging.MergeSide.OwnAccount;
import io.anteroom.clinic.merging.MergeSide.PaperCounts;
import io.anteroom.clinic.merging.MergeSide.SignsInWith;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a record has. Called within a transaction. */
@Component
class MergeReader {

    private static final String OPENINGS = "select g.id, g.account_id, g.relationship, g.level, g.scope, g.expires_at, "
            + Accounts.HOLDER + """
               as holder
              from __tenant__.access_grant g
              join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
             where g.patient_id = :patient and
            """ + Grants.IN_FORCE + " order by g.relationship = 'self' desc, g.id";

    private static final String MONEY = """
            select count(*) filter (where i.state = 'draft') as drafts,
                   count(*) filter (where i.state in ('open', 'part_paid')) as unpaid,
                   count(*) filter (where i.state = 'paid') as paid,
                   count(*) filter (where i.state = 'void') as voided,
                   coalesce(sum(i.total_minor - i.credited_minor - i.paid_minor) filter (where i.state in ('open', 'part_paid')), 0) as due,
                   (select count(*) from __tenant__.invoice_payment r join __tenant__.invoice o on o.id = r.invoice_id
                     where o.patient_id = :patient) as payments,
                   (select count(*) from __tenant__.message m join __tenant__.invoice o on m.about_ref = cast(o.id as text)
                     where m.about_kind = 'invoice' and m.state = 'sent' and o.patient_id = :patient) as messages,
                   (select max(p.session_expires_at) from __tenant__.payment p
                      join __tenant__.payment_claim c on c.payment_id = p.id and c.payable_kind = 'invoice'
                      join __tenant__.invoice o on c.payable_id = cast(o.id as text)
                     where o.patient_id = :patient) as underway
              from __tenant__.invoice i where i.patient_id = :patient""";

    /** What is held or ran out was never booked. */
    private static final String BOOKINGS = """
            select count(*) filter (where b.ahead) as ahead, count(*) filter (where not b.ahead) as past
              from (select a.state in ('booked', 'confirmed', 'arrived') and a.ends_at > :now as ahead
                      from __tenant__.appointment a
                     where a.patient_id = :patient and a.state not in ('held', 'awaiting_payment', 'expired')) b""";

    private static final String PAPERS = """
            select (select count(*) from __tenant__.record_entry e where e.patient_id = :patient) as entries,
                   (select count(*) from __tenant__.document d
                     where d.patient_id = :patient and d.state <> 'taken-back') as documents,
                   (select count(*) from __tenant__.questionnaire_assignment q
                     where q.patient_id = :patient and q.state <> 'withdrawn') as forms""";

    private final JdbcClient jdbc;
    private final Clock clock;

    MergeReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What that record has, beside the one of {@code other}. */
    MergeSide read(Patient patient, PatientId other) {
        var openings = openings(patient.id());
        var own = openings.stream()
                .filter(opening -> opening.terms().relationship() == Relationship.SELF)
                .findFirst()
                .map(opening -> account(opening.account(), patient.id(), other))
                .orElse(null);
        return new MergeSide(
                patient.id(),
                patient.version(),
                patient.details(),
                patient.createdAt(),
                own,
                openings,
                number(
                        "select count(*) from __tenant__.invitation where used_at is null and ended_at is null"
                                + " and expires_at > :now and patient_id = :patient",
                        patient.id()),
                money(patient.id()),
                bookings(patient.id()),
                papers(patient.id()),
                number("select count(*) from __tenant__.audit_entry where patient_id = :patient", patient.id()),
                number(
                        "select count(*) from __tenant__.patient where merged and merged_into = :patient",
                        patient.id()));
    }

    /** Locks what the own accounts of both sign in with, so that nobody proves to be the holder of it meanwhile. */
    void holdCredentials(PatientId one, PatientId other) {
        jdbc.sql("""
                        select c.id from __tenant__.credential c
                         where c.account_id in (select g.account_id from __tenant__.access_grant g
                                                 where g.patient_id in (:one, :other) and g.ended_at is null)
                         order by c.id for update""")
                .param("one", one.value())
                .param("other", other.value())
                .query(Long.class)
                .list();
    }

    private List<Opening> openings(PatientId patient) {
        return jdbc.sql(OPENINGS)
                .param("patient", patient.value())
                .param("now", sql(clock.instant()))
                .query((row, _) -> opening(row))
                .list();
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                new GrantId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("holder"),
                new GrantTerms(
                        Relationship.of(row.getString("relationship")),
                        AccessLevel.of(row.getString("level")),
                        AccessScope.ofStored((String[]) row.getArray("scope").getArray()),
                        instantOrNull(row, "expires_at")));
    }

    private OwnAccount account(AccountId account, PatientId patient, PatientId other) {
        var credentials = jdbc.sql("""
                        select id, channel, value, verified_at from __tenant__.credential
                         where account_id = :account order by channel""")
                .param("account", account.value())
                .query((row, _) -> new SignsInWith(
                        row.getLong("id"),
                        new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value")),
                        instantOrNull(row, "verified_at")))
                .list();
        var others = jdbc.sql("""
                        select btrim(p.given_name || ' ' || p.family_name) from __tenant__.access_grant g
                          join __tenant__.patient p on p.id = g.patient_id
                         where g.account_id = :account and g.patient_id not in (:patient, :other) and
                        """ + Grants.IN_FORCE + " order by g.id")
                .param("account", account.value())
                .param("patient", patient.value())
                .param("other", other.value())
                .param("now", sql(clock.instant()))
                .query(String.class)
                .list();
        return jdbc.sql("""
                        select a.last_signed_in_at,
                               (select count(*) from __tenant__.portal_session s
                                 where s.account_id = a.id and s.ended_at is null and s.expires_at > :now) as sessions
                          from __tenant__.portal_account a where a.id = :account""")
                .param("account", account.value())
                .param("now", sql(clock.instant()))
                .query((row, _) -> new OwnAccount(
                        account, credentials, instantOrNull(row, "last_signed_in_at"), row.getLong("sessions"), others))
                .single();
    }

    private MoneyCounts money(PatientId patient) {
        return jdbc.sql(MONEY)
                .param("patient", patient.value())
                .query((row, _) -> new MoneyCounts(
                        row.getLong("drafts"),
                        row.getLong("unpaid"),
                        row.getLong("paid"),
                        row.getLong("voided"),
                        row.getLong("due"),
                        row.getLong("payments"),
                        row.getLong("messages"),
                        instantOrNull(row, "underway")))
                .single();
    }

    private BookingCounts bookings(PatientId patient) {
        return jdbc.sql(BOOKINGS)
                .param("patient", patient.value())
                .param("now", sql(clock.instant()))
                .query((row, _) -> new BookingCounts(row.getLong("ahead"), row.getLong("past")))
                .single();
    }

    private PaperCounts papers(PatientId patient) {
        return jdbc.sql(PAPERS)
                .param("patient", patient.value())
                .query((row, _) ->
                        new PaperCounts(row.getLong("entries"), row.getLong("documents"), row.getLong("forms")))
                .single();
    }

    private long number(String statement, PatientId patient) {
        return jdbc.sql(statement)
                .param("patient", patient.value())
                .param("now", sql(clock.instant()))
                .query(Long.class)
                .single();
    }
}
