package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.Tenants;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two clinics whose ids collide and whose every name says whose it is. The south has more of everything, so that an id
 * may exist there and not in the north.
 */
public final class TwoClinics {

    /** In every name of the north, and in nothing else. */
    public static final String NORTHS = "Northonly";

    static final String SOUTHS = "Southonly";

    private static final Actor.Staff ROSA = new Actor.Staff("rosa", "Rosa Reception");

    private final PatientRecords patients;
    private final OnlineAccess access;
    private final Billing billing;
    private final PortalSetup portal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TwoClinics(
            PatientRecords patients,
            OnlineAccess access,
            Billing billing,
            PortalSetup portal,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.patients = patients;
        this.access = access;
        this.billing = billing;
        this.portal = portal;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Fills both. */
    public void open() {
        CurrentTenant.run(Tenants.north(), () -> fill(NORTHS, 2));
        CurrentTenant.run(Tenants.south(), () -> fill(SOUTHS, 3));
    }

    /** The reference of the appointment of that number: sixteen times the same letter. */
    static String reference(String number) {
        return number.matches("[1-9]")
                ? String.valueOf((char) ('a' + number.charAt(0) - '1')).repeat(16)
                : number;
    }

    private void fill(String mark, int number) {
        portal.switchTo(ROSA, true);
        transaction.executeWithoutResult(ignored -> practice(mark));
        for (int i = 1; i <= number; i++) {
            patient(mark, i);
        }
    }

    private void patient(String mark, int number) {
        Registered registered = patients.register(
                PatientDetails.of("Pat" + number, mark, LocalDate.of(1980, 3, number))
                        .reachedBy(
                                EmailAddress.parse("contact" + number + "@" + mark + ".example")
                                        .orElseThrow(),
                                null),
                false,
                ROSA);
        assertThat(registered).isInstanceOf(Registered.Created.class);
        PatientId patient = new PatientId(number);
        assertThat(access.configure(
                        patient, new WantedCredentials("auth" + number + "@" + mark + ".example", "", true), ROSA))
                .isInstanceOf(Configured.Saved.class);
        InvoiceId invoice = billing.draft(
                patient,
                new InvoiceDraft(
                        LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone())
                                .plusDays(14),
                        "For " + mark,
                        List.of(new InvoiceLine("Visit " + mark, BigDecimal.ONE, 8_450, 0))),
                ROSA);
        billing.send(invoice, ROSA);
        transaction.executeWithoutResult(ignored -> appointment(number));
        transaction.executeWithoutResult(ignored -> waits(number));
        transaction.executeWithoutResult(ignored -> wants(mark, number));
        transaction.executeWithoutResult(ignored -> entry(mark, number));
    }

    /** A letter of the clinical record that the patient may read. */
    private void entry(String mark, int number) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into __tenant__.record_entry
                            (attempt, patient_id, kind, category, title, dated_on, body, state, written_at, written_by_id, written_by,
                             shared_at, rule, released_at)
                        values (cast(? as uuid), ?, 'letter', 'letters', ?, '2026-01-01', jsonb_build_object('text', cast(? as text)),
                                'shared', ?, 'rosa', 'Rosa', ?, 'at_once', ?)""")
                .params(
                        new UUID(4, number).toString(),
                        number,
                        "Letter " + mark,
                        "For Pat" + number + " " + mark,
                        now,
                        now,
                        now)
                .update();
    }

    private void practice(String mark) {
        jdbc.sql("""
                        insert into __tenant__.location (name, street, postcode, city, country, time_zone, position, version)
                        values (:mark, :mark, '', '', 'GB', 'UTC', 1, 0)""").param("mark", "Place of " + mark).update();
        jdbc.sql("""
                        insert into __tenant__.service (name, description, preparation, minutes, position, version)
                        values (:mark, '', :mark, 30, 1, 0)""").param("mark", "Visit " + mark).update();
        jdbc.sql("""
                        insert into __tenant__.practitioner (name, title, about, position, version)
                        values (:mark, '', '', 1, 0)""").param("mark", "Pia " + mark).update();
        jdbc.sql("insert into __tenant__.service_location (service_id, location_id) values (1, 1)")
                .update();
        jdbc.sql("insert into __tenant__.service_practitioner (service_id, practitioner_id) values (1, 1)")
                .update();
        jdbc.sql("""
                        insert into __tenant__.working_hours
                            (practitioner_id, location_id, weekday, from_time, until_time, valid_from)
                        select 1, 1, weekday, '09:00', '17:00', '2020-01-01' from generate_series(1, 7) weekday""").update();
    }

    private void appointment(int number) {
        Instant start = clock.instant().plusSeconds(number * 86_400L);
        jdbc.sql("""
                        insert into __tenant__.appointment
                            (reference, attempt, service_id, practitioner_id, location_id, patient_id, state, starts_at, ends_at,
                             occupied, rules, note, created_at, created_by_kind, created_by, booked_at, version)
                        select ?, cast(? as uuid), 1, 1, 1, ?, 'booked', at, at + interval '30 minutes',
                               tstzrange(at, at + interval '30 minutes'),
                               jsonb_build_object('service', s.name, 'minutes', 30, 'cancelUntilMinutes', 60, 'zone', 'UTC'),
                               'For Pat' || ?, at, 'staff', 'Rosa', at, 0
                          from __tenant__.service s, (select cast(? as timestamptz) as at) day""")
                .params(
                        reference(Integer.toString(number)),
                        new UUID(1, number).toString(),
                        number,
                        number,
                        Timestamp.from(start))
                .update();
    }

    /** Waits, and was offered a time of the appointment's reference. */
    private void waits(int number) {
        jdbc.sql("""
                        insert into __tenant__.waitlist_entry
                            (attempt, account_id, patient_id, service_id, weekdays, day_parts, last_day, created_at)
                        values (cast(? as uuid), ?, ?, 1, '{1,2,3,4,5,6,7}', '{morning}', '2199-01-01', now())""").params(new UUID(2, number).toString(), number, number).update();
        jdbc.sql("""
                        insert into __tenant__.waitlist_offer
                            (reference, attempt, entry_id, freed, practitioner_id, location_id, starts_at, offered_at, round_until)
                        values (?, cast(? as uuid), ?, '1:0:1:0:0', 1, 1, ?, now(), now())""")
                .params(
                        reference(Integer.toString(number)),
                        new UUID(3, number).toString(),
                        number,
                        Timestamp.from(clock.instant().plusSeconds(number * 86_400L + 43_200)))
                .update();
    }

    /** Wants another email, and text messages. */
    private void wants(String mark, int number) {
        jdbc.sql("""
                        insert into __tenant__.profile_change
                            (attempt, patient_id, account_id, asked_by, relationship, asked_at, state)
                        values (cast(? as uuid), ?, ?, ?, 'self', now(), 'waiting')""")
                .params(new UUID(4, number).toString(), number, number, "Pat" + number + " " + mark)
                .update();
        jdbc.sql("""
                        insert into __tenant__.profile_change_field (change_id, field, before, wanted)
                        values (?, 'email', '', ?)""")
                .params(number, "wanted" + number + "@" + mark + ".example")
                .update();
        jdbc.sql("""
                        insert into __tenant__.patient_preferences (patient_id, reminders, news, version, changed_at, changed_by)
                        values (?, '{email}', 'sms', 1, now(), ?)""").params(number, mark).update();
    }

    /** Signs the account in at the tenant, clinical records open, and gives the token of its cookie. */
    public String session(Tenant tenant, long account) {
        String token = "session-of-" + account + "-at-" + tenant.slug();
        Instant now = clock.instant();
        CurrentTenant.run(
                tenant,
                () -> transaction.executeWithoutResult(ignored -> jdbc.sql("""
                        insert into __tenant__.portal_session
                            (token_hash, account_id, credential_id, device, created_at, expires_at, last_seen_at, elevated_until)
                        select ?, account_id, id, 'a test', ?, ?, ?, ? from __tenant__.credential where account_id = ?""")
                        .params(
                                sha256(token),
                                Timestamp.from(now),
                                Timestamp.from(now.plusSeconds(3_600)),
                                Timestamp.from(now),
                                Timestamp.from(now.plusSeconds(1_800)),
                                account)
                        .update()));
        return token;
    }

    /** Everything of the clinic, in a few characters: the same before and after, or something was written. */
    String fingerprint(Tenant tenant) {
        return CurrentTenant.call(
                tenant,
                () -> transaction.execute(ignored -> tables().stream()
                        .map(table -> table + "=" + content(table))
                        .toList()
                        .toString()));
    }

    private List<String> tables() {
        return jdbc.sql("select tablename from pg_catalog.pg_tables where schemaname = ? order by tablename")
                .param(CurrentTenant.get().id().schema())
                .query(String.class)
                .list();
    }

    private String content(String table) {
        if (table.equals("flyway_schema_history")) {
            return "";
        }
        return jdbc.sql("select coalesce(md5(string_agg(t::text, ',' order by t::text)), '-') from __tenant__." + table
                        + " t")
                .query(String.class)
                .single();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
