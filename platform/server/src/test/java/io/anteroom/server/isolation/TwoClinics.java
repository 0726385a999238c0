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

    private void fill(String mark, int number) {
        portal.switchTo(ROSA, true);
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
    }

    /** Signs the account in at the tenant, and gives the token of its cookie. */
    public String session(Tenant tenant, long account) {
        String token = "session-of-" + account + "-at-" + tenant.slug();
        Instant now = clock.instant();
        CurrentTenant.run(
                tenant,
                () -> transaction.executeWithoutResult(ignored -> jdbc.sql("""
                        insert into __tenant__.portal_session
                            (token_hash, account_id, credential_id, device, created_at, expires_at, last_seen_at)
                        select ?, account_id, id, 'a test', ?, ?, ? from __tenant__.credential where account_id = ?""")
                        .params(
                                sha256(token),
                                Timestamp.from(now),
                                Timestamp.from(now.plusSeconds(3_600)),
                                Timestamp.from(now),
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
