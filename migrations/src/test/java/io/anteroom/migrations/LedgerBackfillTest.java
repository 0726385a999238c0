package io.anteroom.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clinic that had invoices and payments before it had a ledger: its sums hold from the first day. */
class LedgerBackfillTest {

    private static final String BEFORE = """
            insert into patient (id, given_name, family_name, birth_date, family_key, given_key, search, created_at, changed_at,
                changed_by, version)
            overriding system value values (1, 'Mia', 'Example', '1980-01-01', 'example', 'mia', '', now(), now(), 'Test', 0);
            insert into invoice (id, patient_id, number, state, currency, issued_on, due_on, note, net_minor, tax_minor, total_minor,
                paid_minor, credited_minor, created_at, created_by, sent_at, sent_by, paid_at, voided_at, voided_by, void_reason, version)
            overriding system value
            select v.id, 1, v.number, v.state, 'GBP', v.day, '2026-03-01', '', 800, 200, 1000, v.paid, v.credited, now(), 'Test', v.at,
                   'Test', case when v.state = 'paid' then v.at end, case when v.state = 'void' then v.at end, 'Test',
                   case when v.state = 'void' then 'Wrong' end, 0
              from (values (1, null, 'draft', null, 0, 0, null), (2, 1, 'open', date '2026-02-01', 0, 0, timestamptz '2026-02-01 10:00Z'),
                   (3, 2, 'void', '2026-02-01', 0, 0, '2026-02-01 10:00Z'), (4, 3, 'part_paid', '2026-02-01', 400, 100, '2026-02-01 10:00Z'),
                   (5, 4, 'paid', '2026-02-01', 1000, 250, '2026-02-01 10:00Z'))
                   as v (id, number, state, day, paid, credited, at);
            insert into credit_note (invoice_id, number, issued_on, currency, reason, net_minor, tax_minor, total_minor, created_at, created_by)
            values (4, 1, '2026-02-02', 'GBP', 'Wrong', 80, 20, 100, '2026-02-02 10:00Z', 'Test'),
                   (5, 2, '2026-02-02', 'GBP', 'Wrong', 200, 50, 250, '2026-02-02 10:00Z', 'Test');
            insert into payment (id, payable_kind, payable_id, amount_minor, currency, description, locale, paid_url, left_url, state,
                account_id, session_id, session_expires_at, payment_intent_id, allocation, created_at, changed_at, settled_at, refunded_minor)
            select cast('00000000-0000-0000-0000-00000000000' || v.n as uuid), v.kind, v.ref, v.minor, 'GBP', 'Test', 'en', '/', '/', v.state,
                   'acct_1', 'cs_' || v.n, now(), 'pi_' || v.n, v.allocation, now(), '2026-02-04 10:00Z',
                   case when v.state = 'succeeded' then timestamptz '2026-02-03 10:00Z' end, v.refunded
              from (values (1, 'invoice', '4', 400, 'succeeded', 'allocated', 50), (2, 'invoice', '5', 1000, 'succeeded', 'allocated', 300),
                   (3, 'invoice', '5', 1000, 'succeeded', 'unallocated', 0), (4, 'deposit', '9', 700, 'succeeded', 'allocated', 700),
                   (5, 'deposit', '10', 500, 'succeeded', 'allocated', 0), (6, 'invoice', '2', 1000, 'expired', null, 0))
                   as v (n, kind, ref, minor, state, allocation, refunded);
            insert into invoice_payment (payment_id, invoice_id, amount_minor, received_at, refunded_minor)
            values ('00000000-0000-0000-0000-000000000001', 4, 400, '2026-02-03 10:00Z', 50),
                   ('00000000-0000-0000-0000-000000000002', 5, 1000, '2026-02-03 10:00Z', 300);
            insert into invoice_refund (payment_id, invoice_id, amount_minor, heard_at)
            values ('00000000-0000-0000-0000-000000000001', 4, 50, '2026-02-04 10:00Z'),
                   ('00000000-0000-0000-0000-000000000002', 5, 300, '2026-02-04 10:00Z');
            """;

    @Test
    void whatHappenedBeforeIsInTheLedgerAndEachEntryBalances() throws SQLException {
        TestDatabase database = TestDatabase.prepared("ledger_before");
        String schema = migrated(database, 95, BEFORE);

        assertThat(database.lines("select account || ' ' || sum(amount_minor) from " + schema
                        + ".ledger_line group by account order by account"))
                .containsExactly(
                        "deposits -500",
                        // 50 of invoice 4, which is still to pay; and of invoice 5 what was given back beyond its
                        // credit note
                        "given_back 100",
                        // 1000 of invoice 2, 500 of invoice 4, and nothing of invoice 5
                        "receivable 1500",
                        "revenue -2120",
                        "stripe 2550",
                        "tax -530",
                        "unallocated -1000");
        assertThatEachEntryBalances(database, schema);
    }

    @Test
    void whatInstancesOfTheReleaseBeforeLeftOutWhileBothRanIsAdded() throws SQLException {
        TestDatabase database = TestDatabase.prepared("ledger_between");
        String schema = migrated(database, 126, BEFORE + """
                delete from invoice_refund where invoice_id = 4;
                insert into ledger_entry (source, kind, happened_at, posted_at)
                values ('invoice-sent:2', 'invoice_sent', '2026-02-01 10:00Z', now());
                insert into ledger_line (entry_id, position, account, currency, amount_minor, subject_kind, subject_id)
                select e.id, v.position, v.account, 'GBP', v.minor, 'invoice', '2' from ledger_entry e
                 cross join (values (0, 'receivable', 1000), (1, 'revenue', -800), (2, 'tax', -200)) as v (position, account, minor)
                """);

        assertThat(database.lines("select account || ' ' || sum(amount_minor) from " + schema
                        + ".ledger_line group by account order by account"))
                .containsExactly("given_back 100", "receivable 2900", "revenue -2400", "tax -600");
        assertThat(database.lines(
                        "select invoice_id || ' ' || amount_minor || ' ' || (heard_at at time zone 'UTC') from "
                                + schema + ".invoice_refund where invoice_id = 4"))
                .containsExactly("4 50 2026-02-04 10:00:00");
        assertThatEachEntryBalances(database, schema);
    }

    /** The schema of a clinic that had all this when the migrations from that one on came. */
    private static String migrated(TestDatabase database, int from, String before) throws SQLException {
        new ControlMigrator(database.owner()).migrate();
        Migrations today = Migrations.read(database.owner(), "tenant");
        Fleet fleet = new Fleet(database, today, List.of());
        Migrations first = new Migrations(today.files().stream()
                .filter(file -> Integer.parseInt(file.version()) < from)
                .toList());
        SchemaId clinic = fleet.schemas(first).claim("clinic");
        database.run("""
                insert into control.tenant (id, slug, name, state, country, zone, currency, created_at)
                values ('%s', 'clinic', 'Clinic', 'ACTIVE', 'GB', 'Europe/London', 'GBP', now())""".formatted(clinic));
        database.run("set search_path to " + clinic.schema() + ", extensions; " + before + "; reset search_path");
        fleet.migrator(today).migrate();
        return clinic.schema();
    }

    private static void assertThatEachEntryBalances(TestDatabase database, String schema) throws SQLException {
        assertThat(database.lines("select entry_id from " + schema
                        + ".ledger_line group by entry_id, currency having sum(amount_minor) <> 0"))
                .isEmpty();
        assertThat(database.lines("select source from " + schema + ".ledger_entry e where not exists (select from "
                        + schema + ".ledger_line l where l.entry_id = e.id)"))
                .isEmpty();
    }
}
