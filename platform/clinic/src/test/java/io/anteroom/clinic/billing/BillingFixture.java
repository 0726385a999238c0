package io.anteroom.clinic.billing;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A clinic with patients, and a member of staff who writes invoices. */
@TenantTest(
        value = {BillingSlice.class, MessagingConfiguration.class, FakePayments.class, NoCards.class},
        properties = {
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.messaging.from-address=no-reply@anteroom.test",
            "anteroom.access.code-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.web.scheme=https",
            "anteroom.web.base-host=anteroom.test"
        })
abstract class BillingFixture {

    static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");
    static final LocalDate DUE = LocalDate.of(2026, 12, 5);

    @Autowired
    Billing billing;

    @Autowired
    InvoiceDesk desk;

    @Autowired
    Patients patients;

    @Autowired
    JdbcClient data;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    FakePayments payments;

    @Autowired
    InvoicePayables payables;

    @BeforeEach
    void forget() {
        payments.reset();
    }

    <T> T as(Tenant tenant, Supplier<T> work) {
        return CurrentTenant.call(tenant, work::get);
    }

    <T> T inTransaction(Tenant tenant, Supplier<T> work) {
        return Objects.requireNonNull(as(tenant, () -> transaction.execute(_ -> work.get())));
    }

    PatientId patient(Tenant tenant, String given, String email) {
        PatientDetails details = PatientDetails.of(given, "Example", LocalDate.of(1980, 3, 27));
        PatientDetails reachable = email.isEmpty() ? details : details.reachedBy(new EmailAddress(email), null);
        return as(
                tenant,
                () -> patients.save(new Patient(reachable, STAFF, clock.instant()))
                        .id());
    }

    InvoiceId draft(Tenant tenant, PatientId patient, InvoiceLine... lines) {
        return as(tenant, () -> billing.draft(patient, new InvoiceDraft(DUE, "", List.of(lines)), STAFF));
    }

    /** A sent invoice over one line without tax. */
    InvoiceId sent(Tenant tenant, PatientId patient, long minor) {
        InvoiceId id = draft(tenant, patient, line(minor));
        as(tenant, () -> billing.send(id, STAFF));
        return id;
    }

    /** Money arrives for the invoice. */
    Allocation settle(Tenant tenant, InvoiceId id, PaymentId payment, long minor) {
        return inTransaction(
                tenant,
                () -> payables.settled(
                        InvoicePayables.ref(id), payment, new Money(minor, tenant.currency()), clock.instant()));
    }

    InvoiceView view(Tenant tenant, InvoiceId id) {
        return as(tenant, () -> desk.find(id)).orElseThrow();
    }

    static InvoiceLine line(long minor) {
        return new InvoiceLine("Consultation", BigDecimal.ONE, minor, 0);
    }

    static InvoiceLine line(String quantity, long minor, int taxBasisPoints) {
        return new InvoiceLine("Consultation", new BigDecimal(quantity), minor, taxBasisPoints);
    }

    List<String> audited(Tenant tenant) {
        return inTransaction(
                tenant,
                () -> data.sql("select action from __tenant__.audit_entry order by id")
                        .query(String.class)
                        .list());
    }

    /** What is in the outbox, as {@code kind recipient subject}. */
    List<String> mails(Tenant tenant) {
        return inTransaction(
                tenant,
                () -> data.sql("select about_kind || ' ' || recipient || ' ' || (content ->> 'subject')"
                                + " from __tenant__.message order by created_at, about_kind")
                        .query(String.class)
                        .list());
    }
}
