package io.anteroom.demo.story;

import io.anteroom.demo.RunningDemo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What the walk through all pages needs and the demo does not have: a patient with each way of signing in, who waits and is
 * offered a time, drafts of an invoice and of a note, a form sent by a link, and work that failed. What others would stumble
 * over is gone again when the walk ends.
 */
final class WalkedGround implements AutoCloseable {

    private static final RunningDemo DEMO = RunningDemo.shared();

    private static final String FORM_KEY = "walked-" + UUID.randomUUID();

    private static final String PAY_KEY = "walked-" + UUID.randomUUID();

    private final NewPatient ada = NewPatient.at(DEMO, "Ada");
    private final String patient = value("select id from __.patient where family_name = ?", ada.familyName());
    private final String account = value("select account_id from __.credential where value = ?", ada.email());
    private final String passkey = signingIn();
    private final String waiting = value("""
            insert into __.waitlist_entry
                (attempt, account_id, patient_id, service_id, weekdays, day_parts, last_day, created_at)
            values (gen_random_uuid(), %s, %s, 2, '{1,2,3,4,5}', '{morning}', current_date + 60, now())
            returning id""".formatted(account, patient));
    private final String offer = value("""
            insert into __.waitlist_offer
                (reference, attempt, entry_id, freed, practitioner_id, location_id, starts_at, offered_at, round_until)
            values ('walkedwalkedwalk', gen_random_uuid(), %s, 'walked', 1, 1,
                    date_trunc('day', now()) + interval '45 days 4 hours', now(), now() + interval '30 minutes')
            returning reference""".formatted(waiting));
    private final String invoice = value("""
            insert into __.invoice (patient_id, state, currency, due_on, note, net_minor, tax_minor, total_minor, paid_minor,
                                   created_at, created_by, version)
            values (%s, 'draft', 'GBP', current_date + 14, '', 4500, 0, 4500, 0, now(), 'A walk', 0)
            returning id""".formatted(patient));
    private final String note = value("""
            insert into __.record_entry (attempt, patient_id, kind, category, title, dated_on, body, state, written_at,
                                        written_by_id, written_by)
            values (gen_random_uuid(), %s, 'note', 'notes', 'After the walk', current_date, '{"text": "Tired."}', 'draft', now(),
                    'walk', 'A walk')
            returning id""".formatted(patient));
    private final String failed = value("""
            insert into control.dead_work (task_name, kind, ref, attempts, error, died_at)
            values ('platform-work', 'walked', '1', 20, 'It is here to be looked at', now())
            returning id""");

    private WalkedGround() {
        value("""
                insert into __.invoice_line (invoice_id, position, description, quantity, unit_minor, tax_basis_points)
                values (%s, 0, 'Visit', 1, 4500, 0) returning 1""".formatted(invoice));
        value("""
                insert into __.questionnaire_link (questionnaire_id, email, key_hash, sent_at, sent_by, expires_at)
                select min(id), 'walked@patients.example', sha256(convert_to(?, 'UTF8')), now(), 'A walk', now() + interval '1 day'
                  from __.questionnaire where state = 'active'
                returning 1""", FORM_KEY);
        value("""
                insert into __.invoice_link (invoice_id, key_hash, made_at, expires_at)
                select max(id), sha256(convert_to(?, 'UTF8')), now(), now() + interval '1 day'
                  from __.invoice where state = 'open'
                returning 1""", PAY_KEY);
    }

    static WalkedGround laid() {
        return new WalkedGround();
    }

    /** A token of a session that has just begun with that address, with clinical records open. */
    static String session(String address) {
        var token = UUID.randomUUID().toString();
        value("""
                insert into __.portal_session
                    (token_hash, account_id, credential_id, device, created_at, expires_at, last_seen_at, elevated_until)
                select sha256(convert_to(?, 'UTF8')), account_id, id, 'A walk', now(), now() + interval '1 hour', now(),
                       now() + interval '30 minutes'
                  from __.credential where value = ? returning 1""", token, address);
        return token;
    }

    /** The patient's. */
    String address() {
        return ada.email();
    }

    List<String> forStrangers() {
        return List.of(
                "/sign-in",
                "/sign-in/link-ended",
                "/sign-in/address-taken",
                "/book",
                "/privacy",
                "/preview/ended",
                "/form/" + FORM_KEY,
                "/pay/" + PAY_KEY);
    }

    List<String> forThePatient() {
        return List.of(
                "/passkeys/" + passkey + "/removal",
                "/recovery-codes/removal",
                "/password/removal",
                "/appointments/offers/" + offer,
                "/appointments/waitlist/" + waiting,
                "/appointments/waitlist/" + waiting + "/leaving");
    }

    List<String> forStaff() {
        var record = "/o/harbour/patients/" + patient;
        var open = value("select max(id) from __.invoice where state = 'open'");
        var shared =
                value("select patient_id || '/records/' || id from __.record_entry where state = 'shared' limit 1");
        return List.of(
                "/",
                "/o/harbour/",
                "/organisations",
                "/signed-out",
                "/o/harbour/patients/1",
                "/o/harbour/patients/1/merge/2",
                "/o/harbour/invoices/to-give-back",
                "/o/harbour/invoices/batches",
                "/o/harbour/invoices/" + invoice + "/edit",
                "/o/harbour/invoices/" + invoice + "/removal",
                "/o/harbour/invoices/" + open + "/voiding",
                "/o/harbour/appointments/1/deposit",
                "/o/harbour/appointments/1/time/word",
                "/o/harbour/appointments/waitlist/" + waiting + "/removal",
                "/o/harbour/calendar/changes",
                "/o/harbour/settings/authentication/model/preview",
                "/o/harbour/settings/payments/return",
                "/o/harbour/settings/payments/again",
                record + "/online-access/passkeys/" + passkey + "/removal",
                record + "/online-access/password/removal",
                record + "/online-access/recovery-codes/removal",
                record + "/records/" + note + "/edit",
                record + "/records/" + note + "/removal",
                "/o/harbour/patients/" + shared + "/withdrawal");
    }

    List<String> forOperators() {
        return List.of(
                "/",
                "/tenants",
                "/work",
                "/work/failing/retry",
                "/work/dead/" + failed + "/retry",
                "/work/dead/" + failed + "/discard",
                "/log",
                "/schemas",
                "/signed-out");
    }

    /** A passkey, printed codes and a password, none of which opens anything. */
    private String signingIn() {
        value("insert into __.passkey_holder (account_id, handle) values (%s, sha256('walk')) returning 1"
                .formatted(account));
        value("""
                with printed as (
                    insert into __.recovery_set (account_id, made_at) values (%s, now()) returning id)
                insert into __.recovery_code (set_id, code_hash) select id, sha256('walk') from printed returning 1""".formatted(account));
        value("""
                insert into __.account_password (account_id, credential_id, hash, set_at)
                select account_id, id, repeat('x', 60), now() from __.credential where account_id = %s returning 1""".formatted(account));
        return value("""
                insert into __.passkey (account_id, host, name, credential_id, attested, sign_count, backup_eligible, backed_up,
                                       added_at)
                values (%s, 'harbour.localhost', 'A phone', sha256('walk'), '\\x00', 0, true, true, now())
                returning id""".formatted(account));
    }

    @Override
    public void close() {
        value("delete from __.waitlist_offer where entry_id = %s returning 1".formatted(waiting));
        value("delete from __.waitlist_entry where id = %s returning 1".formatted(waiting));
        value("delete from __.invoice_line where invoice_id = %s returning 1".formatted(invoice));
        value("delete from __.invoice where id = %s returning 1".formatted(invoice));
        value("delete from control.dead_work where id = %s returning 1".formatted(failed));
    }

    /** What the statement gives first, as the server's superuser; {@code __} is the clinic's schema. */
    private static String value(String sql, String... parameters) {
        try (Connection superuser = DEMO.postgres().connect("anteroom");
                PreparedStatement statement = superuser.prepareStatement(
                        sql.replace("__.", DEMO.tenant("harbour").id().schema() + "."))) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Nothing there: " + sql);
                }
                return Objects.requireNonNull(rows.getString(1), sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
