package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.billing.bundle.BundleId;
import io.anteroom.clinic.billing.bundle.Chosen;
import io.anteroom.clinic.billing.bundle.Chosen.Reason;
import io.anteroom.clinic.billing.bundle.PatientBundles;
import io.anteroom.clinic.billing.bundle.PayBundle;
import io.anteroom.clinic.billing.bundle.Seen;
import io.anteroom.clinic.billing.bundle.VisibleBundle;
import io.anteroom.clinic.billing.credit.CreditSeen;
import io.anteroom.clinic.billing.credit.CreditWish;
import io.anteroom.clinic.billing.credit.InvoiceCredit;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Choosing several invoices in the portal: what somebody may put together, and who sees it. */
class PatientBundlesTest extends BillingFixture {

    private PatientId ann = new PatientId(0);
    private InvoiceId first = new InvoiceId(0);
    private InvoiceId second = first;
    private Seen one = new Seen(first, 0);
    private Seen two = one;

    @Autowired
    PatientBundles bundles;

    @Autowired
    PayBundle paying;

    @Autowired
    InvoiceVoiding voiding;

    @Autowired
    InvoiceCredit credit;

    @Autowired
    Charts charts;

    private Viewer herself = new Viewer(new AccountId(0), new SessionId(1), Instant.EPOCH, null, null);

    @BeforeEach
    void twoAreDue() {
        ann = patient(north(), "Ann", "ann@example.org");
        first = sent(north(), ann, 3_000);
        second = sent(north(), ann, 5_000);
        one = new Seen(first, 3_000);
        two = new Seen(second, 5_000);
        herself = viewer(north(), "full", ann);
    }

    @Test
    void whoSeesEachOfThemFindsWhatTheyChoseWithItsAmounts() {
        VisibleBundle bundle = chosen(one, two, one);

        assertThat(bundle.parts())
                .extracting(part -> part.invoice().id(), VisibleBundle.Part::amount)
                .containsExactly(tuple(first, Money.of(3_000, "GBP")), tuple(second, Money.of(5_000, "GBP")));
        assertThat(bundle.total()).isEqualTo(Money.of(8_000, "GBP"));
        assertThat(bundle.patient()).isEqualTo(ann);
        assertThat(bundle.canBePaid()).isTrue();
        assertThat(bundle.fitsACard()).isTrue();
        assertThat(as(north(), () -> bundles.find(charts.visibleTo(herself), bundle.payable())))
                .isPresent();
        assertThat(as(north(), () -> bundles.find(charts.visibleTo(herself), InvoicePayables.ref(first))))
                .isEmpty();
    }

    @Test
    void anotherPatientsInvoiceIsNotThereAlsoForWhoSeesBoth() {
        PatientId bob = patient(north(), "Bob", "bob@example.org");
        InvoiceId bobs = sent(north(), bob, 700);
        Viewer both = viewer(north(), "full", ann, bob);

        assertThat(choose(herself, one, new Seen(bobs, 700))).isEqualTo(new Chosen.NotThere());
        assertThat(choose(both, one, new Seen(bobs, 700))).isEqualTo(new Chosen.NotThere());
        assertThat(choose(viewer(north(), "limited", ann), one, two)).isEqualTo(new Chosen.NotThere());
        assertThat(choose(herself, one, new Seen(new InvoiceId(999), 1))).isEqualTo(new Chosen.NotThere());
        assertThat(written(north())).isZero();

        BundleId id = chosen(one, two).id();
        assertThat(find(both, id)).isPresent();
        assertThat(find(viewer(north(), "full", bob), id)).isEmpty();
        assertThat(find(viewer(north(), "limited", ann), id)).isEmpty();
        assertThat(find(herself, new BundleId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void anotherClinicWithTheSameIdsDoesNotHaveIt() {
        PatientId bob = patient(south(), "Bob", "bob@example.org");
        assertThat(sent(south(), bob, 3_000)).isEqualTo(first);
        assertThat(sent(south(), bob, 5_000)).isEqualTo(second);
        Viewer there = viewer(south(), "full", bob);
        BundleId id = chosen(one, two).id();

        assertThat(as(south(), () -> bundles.find(charts.visibleTo(there), id))).isEmpty();
        assertThat(written(south())).isZero();
    }

    @Test
    void whatChangedSinceItWasSeenIsSaidAndNothingIsWritten() {
        assertThat(choose(herself, one)).isEqualTo(new Chosen.Refused(Reason.TOO_FEW));
        assertThat(choose(herself, one, new Seen(second, 4_999))).isEqualTo(new Chosen.Refused(Reason.CHANGED));
        assertThat(choose(herself, one, two, new Seen(second, 1))).isEqualTo(new Chosen.Refused(Reason.CHANGED));
        settle(north(), second, new PaymentId(UUID.randomUUID()), 5_000);
        assertThat(choose(herself, one, two)).isEqualTo(new Chosen.Refused(Reason.NOTHING_DUE));
        Seen[] many = Stream.generate(() -> new Seen(sent(north(), ann, 100), 100))
                .limit(PatientBundles.MOST + 1L)
                .toArray(Seen[]::new);
        assertThat(choose(herself, many)).isEqualTo(new Chosen.Refused(Reason.TOO_MANY));
        assertThat(written(north())).isZero();
    }

    @Test
    void itCannotBePaidOnceOneOfThemIsCreditedPaidInPartOrVoid() {
        InvoiceId third = sent(north(), ann, 700);
        VisibleBundle credited = chosen(one, two);
        VisibleBundle voided = chosen(one, new Seen(third, 700));
        InvoiceView seen = view(north(), second);
        as(north(), () -> credit.credit(seen, new CreditWish.Amount(100), "Less", new CreditSeen(0, 0), STAFF));
        var _ = as(north(), () -> voiding.withdraw(third, "Twice", STAFF));

        assertThat(find(herself, credited.id()).orElseThrow().canBePaid()).isFalse();
        assertThat(find(herself, voided.id()).orElseThrow().canBePaid()).isFalse();
        VisibleBundle anew = chosen(one, new Seen(second, 4_900));
        assertThat(anew.id()).isNotEqualTo(credited.id());
        assertThat(anew.canBePaid()).isTrue();
        settle(north(), first, new PaymentId(UUID.randomUUID()), 1);
        assertThat(find(herself, anew.id()).orElseThrow().canBePaid()).isFalse();
    }

    @Test
    void payingAsksForAllOfThemAndLeavesATraceOnEach() {
        VisibleBundle bundle = chosen(one, two);
        var urls = new CheckoutReturn(URI.create("https://n.test/ok"), URI.create("https://n.test/left"));

        as(north(), () -> paying.start(bundle, urls, charts.visibleTo(herself).actor()));

        assertThat(payments.asked).containsExactly(Money.of(8_000, "GBP"));
        List<String> traces = inTransaction(
                north(),
                () -> data.sql("select subject_id || ' ' || cast(detail as text) from __tenant__.audit_entry"
                                + " where action = 'payment-started' order by id")
                        .query(String.class)
                        .list());
        assertThat(traces).hasSize(2);
        assertThat(traces.getFirst()).startsWith(first + " ").contains("\"GBP 30.00\"", "\"GBP 80.00\"");
        assertThat(traces.getLast()).startsWith(second + " ").contains("\"GBP 50.00\"", "\"GBP 80.00\"");
    }

    @Test
    void eachInvoiceSaysWhatOfThePaymentCountsTowardsIt() {
        VisibleBundle bundle = chosen(one, two);
        PaymentId payment = new PaymentId(UUID.randomUUID());
        settle(north(), first, payment, 3_000);

        VisibleBundle after = find(herself, bundle.id()).orElseThrow();
        assertThat(after.parts().getFirst().paidBy(payment).orElseThrow().amountMinor())
                .isEqualTo(3_000);
        assertThat(after.parts().getLast().paidBy(payment)).isEmpty();
    }

    private Chosen choose(Viewer viewer, Seen... seen) {
        return as(north(), () -> bundles.choose(charts.visibleTo(viewer), List.of(seen)));
    }

    private VisibleBundle chosen(Seen... seen) {
        BundleId id = ((Chosen.Together) choose(herself, seen)).id();
        return find(herself, id).orElseThrow();
    }

    private Optional<VisibleBundle> find(Viewer viewer, BundleId id) {
        return as(north(), () -> bundles.find(charts.visibleTo(viewer), id));
    }

    private long written(Tenant tenant) {
        return inTransaction(
                tenant,
                () -> data.sql("select count(*) from __tenant__.invoice_bundle")
                        .query(Long.class)
                        .single());
    }

    private Viewer viewer(Tenant tenant, String level, PatientId... patients) {
        long account = inTransaction(tenant, () -> {
            data.sql("update __tenant__.authentication_settings set one_patient_per_account = false")
                    .update();
            long id = data.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id")
                    .query(Long.class)
                    .single();
            for (PatientId patient : patients) {
                data.sql(
                                "insert into __tenant__.access_grant"
                                        + " (account_id, patient_id, relationship, level, scope, granted_at, granted_by,"
                                        + " one_patient_per_account)"
                                        + " values (:account, :patient, 'parent', :level, cast('{money}' as text[]), now(), 'Robin', false)")
                        .param("account", id)
                        .param("patient", patient.value())
                        .param("level", level)
                        .update();
            }
            return id;
        });
        return new Viewer(
                new AccountId(account), new SessionId(1), clock.instant().plus(Duration.ofHours(1)), null, null);
    }
}
