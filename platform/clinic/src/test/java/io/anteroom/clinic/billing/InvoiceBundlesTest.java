package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.billing.bundle.BundleId;
import io.anteroom.clinic.billing.bundle.Chosen;
import io.anteroom.clinic.billing.bundle.InvoiceBundle;
import io.anteroom.clinic.billing.bundle.InvoiceBundles;
import io.anteroom.clinic.billing.bundle.PatientBundles;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.Money;
import io.anteroom.payments.Payable;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several invoices that are paid with one payment. */
class InvoiceBundlesTest extends BillingFixture {

    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private PatientId ann = new PatientId(0);
    private InvoiceId first = new InvoiceId(0);
    private InvoiceId second = first;
    private InvoiceId third = first;

    @Autowired
    InvoiceBundles bundles;

    @Autowired
    List<Payables> owners;

    @Autowired
    InvoiceVoiding voiding;

    @BeforeEach
    void threeAreDue() {
        ann = patient(north(), "Ann", "ann@example.org");
        first = sent(north(), ann, 3_000);
        second = sent(north(), ann, 5_000);
        third = sent(north(), ann, 700);
    }

    @Test
    void whatIsChosenIsOneThingToPayAndTheSameWhenChosenAgain() {
        InvoiceBundle bundle = chosen(first, second);

        assertThat(chosen(second, first, second)).isEqualTo(bundle);
        assertThat(chosen(first, third)).isNotEqualTo(bundle);
        Payable payable = payable(north(), bundle.ref());
        assertThat(payable.due()).isEqualTo(Money.of(8_000, "GBP"));
        assertThat(payable.open()).isTrue();
        assertThat(payable.description()).isEqualTo("Invoices 1, 2");
        assertThat(payable.claims())
                .containsExactly(bundle.ref(), InvoicePayables.ref(first), InvoicePayables.ref(second));
    }

    @Test
    void oneAndNoneAndWhatIsNotDueAreNotPutTogether() {
        assertThat(choose(first)).isEqualTo(new Chosen.Refused(Chosen.Reason.TOO_FEW));
        assertThat(choose(first, first)).isEqualTo(new Chosen.Refused(Chosen.Reason.TOO_FEW));
        assertThat(choose()).isEqualTo(new Chosen.Refused(Chosen.Reason.TOO_FEW));
        settle(north(), second, new PaymentId(UUID.randomUUID()), 5_000);
        assertThat(choose(first, second)).isEqualTo(new Chosen.Refused(Chosen.Reason.NOTHING_DUE));
        InvoiceId[] many = Stream.generate(() -> sent(north(), ann, 100))
                .limit(PatientBundles.MOST + 1L)
                .toArray(InvoiceId[]::new);
        assertThat(choose(many)).isEqualTo(new Chosen.Refused(Chosen.Reason.TOO_MANY));
        inTransaction(
                north(),
                () -> data.sql("update __tenant__.invoice set currency = 'EUR' where id = :id")
                        .param("id", third.value())
                        .update());
        assertThat(choose(first, third)).isEqualTo(new Chosen.Refused(Chosen.Reason.OTHER_CURRENCY));
        InvoiceId bobs = sent(north(), patient(north(), "Bob", "bob@example.org"), 100);
        assertThatThrownBy(() -> choose(first, bobs)).isInstanceOf(IllegalArgumentException.class);
        assertThat(rows(north())).isZero();
    }

    @Test
    void oneThatIsPaidInPartOrVoidSinceItWasLookedAtClosesAll() {
        InvoiceBundle one = chosen(first, second);
        settle(north(), second, new PaymentId(UUID.randomUUID()), 1_000);
        assertThat(payable(north(), one.ref()).open()).isFalse();
        assertThat(payable(north(), one.ref()).due().isZero()).isTrue();

        InvoiceBundle other = chosen(first, third);
        var _ = as(north(), () -> voiding.withdraw(third, "Twice", STAFF));
        assertThat(payable(north(), other.ref()).open()).isFalse();
    }

    @Test
    void whatArrivesCountsOnEach() {
        InvoiceBundle bundle = chosen(first, second);

        assertThat(settleAll(north(), bundle.ref(), 8_000)).isEqualTo(Allocation.ALLOCATED);

        assertThat(view(north(), first).state()).isEqualTo(InvoiceState.PAID);
        assertThat(view(north(), second).state()).isEqualTo(InvoiceState.PAID);
        assertThat(view(north(), third).state()).isEqualTo(InvoiceState.OPEN);
    }

    @Test
    void whereOneWasPaidOrIsVoidMeanwhileAllIsKeptForPeopleAndNoneIsPaidByHalf() {
        InvoiceBundle bundle = chosen(first, second);
        settle(north(), second, new PaymentId(UUID.randomUUID()), 5_000);
        assertThat(settleAll(north(), bundle.ref(), 8_000)).isEqualTo(Allocation.UNALLOCATED);
        assertThat(view(north(), first).state()).isEqualTo(InvoiceState.OPEN);
        assertThat(view(north(), second).payments()).hasSize(1);

        InvoiceBundle other = chosen(first, third);
        var _ = as(north(), () -> voiding.withdraw(third, "Twice", STAFF));
        assertThat(settleAll(north(), other.ref(), 3_700)).isEqualTo(Allocation.UNALLOCATED);
        assertThat(settleAll(
                        north(), new PayableRef("invoices", UUID.randomUUID().toString()), 3_700))
                .isEqualTo(Allocation.UNALLOCATED);
        assertThat(view(north(), first).state()).isEqualTo(InvoiceState.OPEN);
    }

    @Test
    void oneMailThanksForAllOfThem() {
        InvoiceBundle bundle = chosen(first, second);
        long before = thanks().size();

        var _ = settleAll(north(), bundle.ref(), 8_000);

        assertThat(thanks()).hasSize((int) before + 1);
        assertThat(thanks().getLast())
                .contains("Receipt for invoices 1, 2 from")
                .contains("Invoice 1")
                .contains("Invoice 2")
                .contains("/payments/" + payment);
    }

    @Test
    void whatCountedOnNoneAndIsGivenBackIsInTheAuditLogOfEachAndLeavesThemAsTheyAre() {
        InvoiceBundle bundle = chosen(first, second);
        settle(north(), second, new PaymentId(UUID.randomUUID()), 5_000);
        assertThat(settleAll(north(), bundle.ref(), 8_000)).isEqualTo(Allocation.UNALLOCATED);

        inTransaction(north(), () -> {
            owner().refunded(bundle.ref(), payment, Money.of(8_000, "GBP"));
            return 0;
        });

        assertThat(audited(north()).stream().filter("payment-refunded"::equals)).hasSize(2);
        assertThat(view(north(), second).refundedMinor()).isZero();
    }

    @Test
    void anotherClinicKnowsNothingOfItEvenWhereIdsAreTheSame() {
        InvoiceBundle bundle = chosen(first, second);
        PatientId bob = patient(south(), "Bob", "bob@example.org");
        assertThat(sent(south(), bob, 3_000)).isEqualTo(first);
        assertThat(sent(south(), bob, 5_000)).isEqualTo(second);

        assertThat(as(south(), () -> bundles.find(bundle.ref()))).isEmpty();
        assertThat(settleAll(south(), bundle.ref(), 8_000)).isEqualTo(Allocation.UNALLOCATED);
        assertThat(view(south(), first).state()).isEqualTo(InvoiceState.OPEN);
    }

    private Chosen choose(InvoiceId... ids) {
        List<InvoiceView> views = Stream.of(ids).map(id -> view(north(), id)).toList();
        return as(north(), () -> bundles.choose(views));
    }

    private InvoiceBundle chosen(InvoiceId... ids) {
        BundleId id = ((Chosen.Together) choose(ids)).id();
        return as(north(), () -> bundles.find(id)).orElseThrow();
    }

    private Payables owner() {
        return owners.stream()
                .filter(each -> each.kind().equals("invoices"))
                .findFirst()
                .orElseThrow();
    }

    private Payable payable(Tenant tenant, PayableRef ref) {
        return as(tenant, () -> owner().find(ref)).orElseThrow();
    }

    private Allocation settleAll(Tenant tenant, PayableRef ref, long minor) {
        return inTransaction(
                tenant, () -> owner().settled(ref, payment, new Money(minor, tenant.currency()), clock.instant()));
    }

    /** What the mails of thanks say, in order. */
    private List<String> thanks() {
        return inTransaction(
                north(),
                () -> data.sql("select cast(content as text) from __tenant__.message where about_kind = 'receipt'"
                                + " order by created_at")
                        .query(String.class)
                        .list());
    }

    private long rows(Tenant tenant) {
        return inTransaction(
                tenant,
                () -> data.sql("select count(*) from __tenant__.invoice_bundle")
                        .query(Long.class)
                        .single());
    }
}
