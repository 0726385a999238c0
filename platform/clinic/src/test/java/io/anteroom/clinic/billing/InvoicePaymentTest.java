package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payable;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.testing.StatementCount;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvoicePaymentTest extends BillingFixture {

    @Autowired
    PortalSetup portal;

    @Autowired
    PatientInvoices patientInvoices;

    @Autowired
    PayInvoice paying;

    @Autowired
    Charts charts;

    @Autowired
    StatementCount statements;

    @Test
    void aPaymentSettlesTheInvoiceAndSendsAReceipt() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 8_450);
        PaymentId payment = new PaymentId(UUID.randomUUID());

        assertThat(settle(north(), id, payment, 8_450)).isEqualTo(Allocation.ALLOCATED);

        InvoiceView invoice = view(north(), id);
        assertThat(invoice.state()).isEqualTo(InvoiceState.PAID);
        assertThat(invoice.dueMinor()).isZero();
        assertThat(invoice.payments()).containsExactly(new InvoicePayment(payment, 8_450, clock.instant(), 0));
        assertThat(mails(north())).contains("receipt ann@example.org Receipt for invoice 1 from " + north().name());
        assertThat(audited(north())).endsWith("payment-received");
    }

    @Test
    void whoeverOwesItIsAskedToPayWhereTheBankWantsTheCardsOwner() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 8_450);
        var wanted = "invoice-payer ann@example.org Please pay invoice 1 from " + north().name();

        payerWanted(id);

        assertThat(mails(north())).contains(wanted);
        assertThat(audited(north())).endsWith("payment-failed");
        assertThat(view(north(), id).dueMinor()).isEqualTo(8_450);
    }

    @Test
    void whoeverKeepsNoCardIsNotToldThatTheyDoAndIsAskedForWhatWasToBeCharged() {
        CurrentTenant.run(north(), () -> portal.switchTo(STAFF, true));
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 8_450);
        payerWanted(id, 400);

        assertThat(inTransaction(
                        north(),
                        () -> data.sql(
                                        "select content::text from __tenant__.message where about_kind = 'invoice-payer'")
                                .query(String.class)
                                .single()))
                .contains("a card that somebody keeps", "4.00")
                .doesNotContain("84.50", "kept for you", "Your bank");
    }

    @Test
    void nobodyIsAskedToPayWhatWasPaidMeanwhile() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 8_450);
        settle(north(), id, new PaymentId(UUID.randomUUID()), 8_450);

        payerWanted(id);

        assertThat(mails(north())).noneMatch(mail -> mail.startsWith("invoice-payer"));
        assertThat(audited(north())).doesNotContain("payment-failed");
    }

    private void payerWanted(InvoiceId id) {
        payerWanted(id, 8_450);
    }

    private void payerWanted(InvoiceId id, long minor) {
        inTransaction(north(), () -> {
            payables.payerWanted(
                    InvoicePayables.ref(id), new PaymentId(UUID.randomUUID()), new Money(minor, north().currency()));
            return 0;
        });
    }

    @Test
    void moneyGivenBackIsSeenAndTheInvoiceStaysAsItWas() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 8_450);
        PaymentId payment = new PaymentId(UUID.randomUUID());
        settle(north(), id, payment, 8_450);

        inTransaction(north(), () -> {
            payables.refunded(InvoicePayables.ref(id), payment, new Money(450, north().currency()));
            return 0;
        });

        InvoiceView invoice = view(north(), id);
        assertThat(invoice.state()).isEqualTo(InvoiceState.PAID);
        assertThat(invoice.payments()).containsExactly(new InvoicePayment(payment, 8_450, clock.instant(), 450));
        assertThat(audited(north())).endsWith("payment-refunded");
    }

    @Test
    void partsAddUpAndTheRestStaysDue() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 1_000);

        settle(north(), id, new PaymentId(UUID.randomUUID()), 400);
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.PART_PAID);
        assertThat(due(north(), id)).isEqualTo(new Money(600, north().currency()));

        settle(north(), id, new PaymentId(UUID.randomUUID()), 600);
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.PAID);
    }

    @Test
    void moneyThatIsNotOwedIsLeftToTheStaff() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId id = sent(north(), ann, 1_000);
        InvoiceId draft = draft(north(), ann, line(1_000));

        assertThat(settle(north(), id, new PaymentId(UUID.randomUUID()), 1_001)).isEqualTo(Allocation.UNALLOCATED);
        assertThat(settle(north(), draft, new PaymentId(UUID.randomUUID()), 1_000))
                .isEqualTo(Allocation.UNALLOCATED);
        assertThat(settle(north(), new InvoiceId(999), new PaymentId(UUID.randomUUID()), 1))
                .isEqualTo(Allocation.UNALLOCATED);
        assertThat(view(north(), id).state()).isEqualTo(InvoiceState.OPEN);
        assertThat(view(north(), id).payments()).isEmpty();
    }

    @Test
    void twoPaymentsAtOnceNeverPayTwice() throws Exception {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 1_000);
        List<Callable<Allocation>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(() -> settle(north(), id, new PaymentId(UUID.randomUUID()), 1_000));
        }
        List<Allocation> allocations = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Allocation> each : threads.invokeAll(both)) {
                allocations.add(each.get());
            }
        }

        assertThat(allocations).containsExactlyInAnyOrder(Allocation.ALLOCATED, Allocation.UNALLOCATED);
        assertThat(view(north(), id).paidMinor()).isEqualTo(1_000);
    }

    @Test
    void whatIsPaidOrVoidOrADraftIsNotOpenForPayment() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        InvoiceId paid = sent(north(), ann, 100);
        settle(north(), paid, new PaymentId(UUID.randomUUID()), 100);
        InvoiceId draft = draft(north(), ann, line(100));

        Payable payable =
                as(north(), () -> payables.find(InvoicePayables.ref(paid))).orElseThrow();
        assertThat(payable.open()).isFalse();
        assertThat(payable.due().isZero()).isTrue();
        assertThat(as(north(), () -> payables.find(InvoicePayables.ref(draft)))).isEmpty();
        assertThat(as(south(), () -> payables.find(InvoicePayables.ref(paid)))).isEmpty();
    }

    @Test
    void onlyAFullGrantShowsInvoicesAndNeverADraft() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        PatientId bob = patient(north(), "Bob", "bob@example.org");
        InvoiceId anns = sent(north(), ann, 100);
        InvoiceId bobs = sent(north(), bob, 200);
        InvoiceId annsDraft = draft(north(), ann, line(300));
        Viewer mother = viewer(north(), ann, "full", "{bookings,money}");
        Viewer friend = viewer(north(), ann, "limited", "{bookings,money}");
        Viewer carer = viewer(north(), ann, "full", "{bookings}");

        assertThat(visible(mother).list()).extracting(InvoiceRow::id).containsExactly(anns);
        assertThat(visible(mother).list()).extracting(InvoiceRow::patient).containsExactly(ann);
        as(north(), () -> {
            assertThat(patientInvoices.in(charts.visibleTo(mother)).find(anns)).isPresent();
            assertThat(patientInvoices.in(charts.visibleTo(mother)).find(bobs)).isEmpty();
            assertThat(patientInvoices.in(charts.visibleTo(mother)).find(annsDraft))
                    .isEmpty();
            assertThat(patientInvoices.in(charts.visibleTo(friend)).list()).isEmpty();
            assertThat(patientInvoices.in(charts.visibleTo(friend)).find(anns)).isEmpty();
            assertThat(patientInvoices.in(charts.visibleTo(carer)).find(anns)).isEmpty();
            return 0;
        });
    }

    private record Rows(List<InvoiceRow> list) {}

    private Rows visible(Viewer viewer) {
        return as(
                north(),
                () -> new Rows(patientInvoices.in(charts.visibleTo(viewer)).list()));
    }

    @Test
    void aPaymentIsSeenByItsOwnPayerOnly() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        PatientId bob = patient(north(), "Bob", "bob@example.org");
        InvoiceId id = sent(north(), ann, 100);
        PaymentId payment = new PaymentId(UUID.randomUUID());
        settle(north(), id, payment, 100);
        Viewer annHerself = viewer(north(), ann, "full", "{money}");
        Viewer bobHimself = viewer(north(), bob, "full", "{money}");

        as(north(), () -> {
            assertThat(patientInvoices.in(charts.visibleTo(annHerself)).paidBy(payment))
                    .isNotEmpty();
            assertThat(patientInvoices.in(charts.visibleTo(bobHimself)).paidBy(payment))
                    .isEmpty();
            return 0;
        });
    }

    @Test
    void payingAsksForAllThatIsDueAndLeavesATrace() {
        InvoiceId id = sent(north(), patient(north(), "Ann", "ann@example.org"), 1_000);
        settle(north(), id, new PaymentId(UUID.randomUUID()), 400);
        var urls = new CheckoutReturn(URI.create("https://n.test/ok"), URI.create("https://n.test/left"));

        as(north(), () -> paying.start(view(north(), id), urls, new Actor.PortalUser("5", "Ann Example")));

        assertThat(payments.asked).containsExactly(new Money(600, north().currency()));
        assertThat(audited(north())).endsWith("payment-started");
    }

    @Test
    void thePayersAddressIsFilledInOnlyOnceItIsVerified() {
        PatientId ann = patient(north(), "Ann", "contact@example.org");
        InvoiceId id = sent(north(), ann, 1_000);
        Viewer viewer = viewer(north(), ann, "full", "{money}");
        Viewer namesake = viewer(south(), patient(south(), "Ann", "contact@example.org"), "full", "{money}");
        assertThat(namesake.account()).isEqualTo(viewer.account());
        credential(north(), viewer, "mobile", "+447400123456", true);
        credential(south(), namesake, "email", "south@example.org", true);
        credential(north(), viewer, "email", "ann@example.org", false);

        assertThat(payerSentToThePage(id, viewer)).isNull();

        inTransaction(
                north(),
                () -> data.sql("update __tenant__.credential set verified_at = now() where channel = 'email'")
                        .update());
        assertThat(payerSentToThePage(id, viewer)).isEqualTo("ann@example.org");
    }

    private @Nullable String payerSentToThePage(InvoiceId id, Viewer viewer) {
        var urls = new CheckoutReturn(URI.create("https://n.test/ok"), URI.create("https://n.test/left"));
        var payer = as(north(), () -> charts.visibleTo(viewer)).actor();
        as(north(), () -> paying.start(view(north(), id), urls, payer));
        return payments.payer;
    }

    private void credential(Tenant tenant, Viewer viewer, String channel, String value, boolean verified) {
        inTransaction(
                tenant,
                () -> data.sql("insert into __tenant__.credential"
                                + " (account_id, channel, value, added_at, added_by, verified_at)"
                                + " values (:account, :channel, :value, now(), 'Robin', :verified)")
                        .param("account", viewer.account().value())
                        .param("channel", channel)
                        .param("value", value)
                        .param("verified", verified ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                        .update());
    }

    @Test
    void aPatientsListCostsOneStatementHoweverLongItIs() {
        PatientId ann = patient(north(), "Ann", "ann@example.org");
        sent(north(), ann, 100);
        Viewer viewer = viewer(north(), ann, "full", "{money}");
        int few = statementsOfList(viewer);
        for (int i = 0; i < 12; i++) {
            sent(north(), ann, 100 + i);
        }

        assertThat(statementsOfList(viewer)).isEqualTo(few).isEqualTo(2); // the chart, then the list
    }

    private int statementsOfList(Viewer viewer) {
        statements.reset();
        visible(viewer);
        return statements.count();
    }

    private Money due(Tenant tenant, InvoiceId id) {
        return as(tenant, () -> payables.find(InvoicePayables.ref(id)))
                .orElseThrow()
                .due();
    }

    /** Somebody with a portal account and one grant. */
    private Viewer viewer(Tenant tenant, PatientId patient, String level, String scope) {
        long account = inTransaction(tenant, () -> {
            Long id = data.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id")
                    .query(Long.class)
                    .single();
            data.sql("insert into __tenant__.access_grant"
                            + " (account_id, patient_id, relationship, level, scope, granted_at, granted_by)"
                            + " values (:account, :patient, 'self', :level, cast(:scope as text[]), now(), 'Robin')")
                    .param("account", id)
                    .param("patient", patient.value())
                    .param("level", level)
                    .param("scope", scope)
                    .update();
            return Objects.requireNonNull(id);
        });
        return new Viewer(
                new AccountId(account), new SessionId(1), clock.instant().plus(Duration.ofHours(1)), null, null);
    }
}
