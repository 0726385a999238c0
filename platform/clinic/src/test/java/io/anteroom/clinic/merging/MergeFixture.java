package io.anteroom.clinic.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a clinic has before two records are merged. */
@TestComponent
class MergeFixture {

    static final Actor.Staff ADA = new Actor.Staff("ada", "Ada Admin");
    static final LocalDate BORN = LocalDate.of(1980, 3, 27);

    private final PatientRecords records;
    private final OnlineAccess access;
    private final Merging merging;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MergeFixture(
            PatientRecords records,
            OnlineAccess access,
            Merging merging,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.access = access;
        this.merging = merging;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    PatientId patient(String given) {
        return patient(PatientDetails.of(given, "Lee", BORN));
    }

    PatientId patient(PatientDetails details) {
        var registered = records.register(details, true, ADA);
        assertThat(registered).isInstanceOf(Registered.Created.class);
        return ((Registered.Created) registered).id();
    }

    /** Has the patient sign in with these, unverified. */
    void signsInWith(PatientId patient, String email, String mobile) {
        assertThat(access.configure(patient, new WantedCredentials(email, mobile, true), ADA))
                .isEqualTo(new Configured.Saved());
    }

    /** Somebody entered a first code sent there, and is signed in. */
    void verified(String address) {
        run("update __tenant__.credential set verified_at = now() where value = '%s'".formatted(address));
        run("""
                insert into __tenant__.portal_session (token_hash, account_id, credential_id, device, created_at, expires_at,
                       last_seen_at, acting_for)
                select sha256(cast(c.value as bytea)), c.account_id, c.id, 'Firefox', now(), now() + interval '20 hours', now(),
                       (select g.patient_id from __tenant__.access_grant g where g.account_id = c.account_id limit 1)
                  from __tenant__.credential c where c.value = '%s'""".formatted(address));
    }

    /** Gives somebody else access to the record, by an account of that address. */
    void gives(PatientId patient, String name, String relationship, String level, String email) {
        run("""
                with known as (select account_id from __tenant__.credential where value = '%1$s'),
                opened as (insert into __tenant__.portal_account (created_at, holder_name)
                           select now(), '%2$s' where not exists (select from known) returning id),
                added as (insert into __tenant__.credential (account_id, channel, value, added_at, added_by)
                          select id, 'email', '%1$s', now(), 'test' from opened)
                insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by,
                       one_patient_per_account, one_account_per_record)
                select who.id, %3$d, '%4$s', '%5$s', array['bookings', 'money'], now(), 'test', s.one_patient_per_account,
                       s.one_account_per_record
                  from (select id from opened union all select account_id from known) who
                 cross join __tenant__.authentication_settings s""".formatted(email, name, patient.value(), relationship, level));
    }

    void invoice(PatientId patient, String state, long paid) {
        run("""
                insert into __tenant__.invoice (patient_id, number, state, currency, issued_on, due_on, note, net_minor, tax_minor,
                       total_minor, paid_minor, created_at, created_by, sent_at, sent_by, paid_at, version)
                select %1$d, case when '%2$s' <> 'draft' then coalesce(max(number), 0) + 1 end, '%2$s', 'GBP',
                       case when '%2$s' <> 'draft' then current_date end, current_date + 30, '', 5000, 0, 5000, %3$d, now(), 'test',
                       case when '%2$s' <> 'draft' then now() end, 'test', case when '%2$s' = 'paid' then now() end, 0
                  from __tenant__.invoice""".formatted(patient.value(), state, paid));
    }

    /** An appointment in that state, so many days from now. */
    void appointment(PatientId patient, String state, int days) {
        run("""
                with location as (insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                                  values ('Quay', '', '', '', 'GB', 'Europe/London', 1, 0) returning id),
                practitioner as (insert into __tenant__.practitioner (name, title, about, position, version)
                                 values ('Pia', '', '', 1, 0) returning id),
                service as (insert into __tenant__.service (name, description, preparation, minutes, position, version)
                            values ('Visit', '', '', 30, 1, 0) returning id)
                insert into __tenant__.appointment (reference, attempt, service_id, practitioner_id, location_id, patient_id, state,
                       starts_at, ends_at, occupied, held_until, rules, created_at, created_by_kind, created_by, booked_at, version,
                       cancelled_at, cancelled_by_kind, cancelled_by)
                select translate(substr(md5(random() || ''), 1, 16), '0189', 'wxyz'), gen_random_uuid(), s.id, w.id, l.id, %1$d, '%2$s',
                       at, at + interval '30 minutes', tstzrange(at, at + interval '30 minutes'), at, '{}', now(), 'staff', 'test',
                       case when '%2$s' <> 'held' then now() end, 0, case when '%2$s' = 'cancelled' then now() end,
                       case when '%2$s' = 'cancelled' then 'staff' end, case when '%2$s' = 'cancelled' then 'test' end
                  from location l, practitioner w, service s,
                       lateral (select cast('%4$s' as timestamptz) + %3$d * interval '1 day' as at) day""".formatted(patient.value(), state, days, clock.instant()));
    }

    /** Whoever has access waits for the first service there is, on behalf of the patient. */
    void waits(PatientId patient) {
        run("""
                insert into __tenant__.waitlist_entry (attempt, account_id, patient_id, service_id, weekdays, day_parts, last_day, created_at)
                select gen_random_uuid(), g.account_id, g.patient_id, s.id, '{1}', '{morning}', current_date + 30, now()
                  from __tenant__.access_grant g, __tenant__.service s where g.patient_id = %s""".formatted(patient));
    }

    /** A letter, a document that was sent and one that was taken back, a form that was given and one that was taken back. */
    void papers(PatientId patient) {
        run("""
                insert into __tenant__.record_entry (attempt, patient_id, kind, category, title, dated_on, body, state, written_at,
                       written_by_id, written_by)
                values (gen_random_uuid(), %s, 'letter', 'letters', 'Letter', current_date, '{"text": "x"}', 'draft', now(), 'a', 'Ada')""".formatted(patient));
        run("""
                with sender as (insert into __tenant__.portal_account (created_at) values (now()) returning id)
                insert into __tenant__.document (attempt, patient_id, account_id, sent_by, sent_at, name, size, note, state)
                select gen_random_uuid(), %s, s.id, 'Anna', now(), 'a.pdf', 1, '', of.state
                  from sender s, (values ('waiting'), ('taken-back')) as of (state)""".formatted(patient));
        run("""
                with asked as (insert into __tenant__.questionnaire (title, state, created_at, created_by)
                               values ('Q', 'active', now(), 'test') returning id),
                version as (insert into __tenant__.questionnaire_version (questionnaire_id, number, title, fhir, published_at,
                                   published_by)
                            select id, 1, 'Q', '{}', now(), 'test' from asked returning id)
                insert into __tenant__.questionnaire_assignment (reference, version_id, patient_id, why, state, assigned_at,
                       assigned_by, withdrawn_at)
                select repeat(of.letter, 16), v.id, %s, 'by_hand', of.state, now(), 'test',
                       case when of.state = 'withdrawn' then now() end
                  from version v, (values ('a', 'not_started'), ('b', 'withdrawn')) as of (letter, state)""".formatted(patient));
    }

    MergePlan plan(PatientId stays, PatientId goes) {
        return merging.plan(stays, goes).orElseThrow();
    }

    /** Merges as somebody does who saw the plan as it is, and typed what was asked for. */
    Merged merge(PatientId stays, PatientId goes) {
        var plan = plan(stays, goes);
        return merging.merge(stays, goes, new MergeConfirmation(plan.fingerprint(), true, plan.word()), ADA);
    }

    void run(String statement) {
        transaction.executeWithoutResult(_ -> jdbc.sql(statement).update());
    }

    List<String> texts(String query) {
        return transaction.execute(_ -> jdbc.sql(query).query(String.class).list());
    }

    long number(String query) {
        return transaction.execute(_ -> jdbc.sql(query).query(Long.class).single());
    }
}
