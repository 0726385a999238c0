package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Ann's invoice 1 over £100.00, and her payment of it, which the provider and the database both know. */
abstract class PaidInvoiceFixture extends StaffPagesFixture {

    static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b11"));
    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");

    @Autowired
    Patients patients;

    @Autowired
    Billing billing;

    @Autowired
    List<Payables> payables;

    @Autowired
    TestClock clock;

    String url = "";

    PaidInvoiceFixture() {
        super(StaffRole.BILLING);
    }

    @BeforeEach
    void aPaidInvoice() {
        InvoiceId id = in(north(), () -> {
            var details = PatientDetails.of("Ann", "Example", LocalDate.of(1980, 3, 27))
                    .reachedBy(new EmailAddress("ann@example.org"), null);
            var ann =
                    patients.save(new Patient(details, STAFF, clock.instant())).id();
            var line = new InvoiceLine("Consultation", BigDecimal.ONE, 10_000, 0);
            InvoiceId draft = billing.draft(ann, new InvoiceDraft(LocalDate.of(2026, 12, 5), "", List.of(line)), STAFF);
            billing.send(draft, STAFF);
            return draft;
        });
        url = "/o/north/invoices/" + id;
        var ref = new PayableRef("invoice", id.toString());
        run(north(), """
                insert into __tenant__.payment (id, payable_kind, payable_id, amount_minor, currency, description, locale,
                    paid_url, left_url, state, account_id, session_id, session_expires_at, payment_intent_id, allocation, card,
                    created_at, changed_at, settled_at)
                values ('%s', 'invoice', '%s', 10000, 'GBP', 'Invoice', 'en', '/', '/', 'succeeded', 'acct_1', 'cs_1', NOW,
                    'pi_1', 'allocated', 'visa 4242', NOW, NOW, NOW)""".formatted(PAYMENT, id).replace("NOW", NOW));
        in(
                north(),
                () -> payables.stream()
                        .filter(owner -> owner.kind().equals("invoice"))
                        .findFirst()
                        .orElseThrow()
                        .settled(ref, PAYMENT, Money.of(10_000, "GBP"), clock.instant()));
        refunded(0);
    }

    /** Stripe has given back that much of it by now. */
    void refunded(long minor) {
        run(north(), "update __tenant__.payment set refunded_minor = " + minor + " where state = 'succeeded'");
        var ref = new PayableRef("invoice", url.substring(url.lastIndexOf('/') + 1));
        provider.known.put(
                PAYMENT,
                new Payment(
                        PAYMENT,
                        ref,
                        Money.of(10_000, "GBP"),
                        PaymentState.SUCCEEDED,
                        Allocation.ALLOCATED,
                        null,
                        clock.instant(),
                        clock.instant(),
                        "visa 4242",
                        minor,
                        false));
        assertThat(provider.known).hasSize(1);
    }
}
