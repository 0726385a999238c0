package io.anteroom.clinic.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.link.InvoiceLinkKey;
import io.anteroom.clinic.billing.link.InvoiceLinks;
import io.anteroom.clinic.billing.link.LinkPaying;
import io.anteroom.clinic.billing.link.LinkedInvoice;
import io.anteroom.clinic.billing.link.PayByLink;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PaymentId;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvoiceLinkTest extends BillingFixture {

    private static final CheckoutReturn URLS =
            new CheckoutReturn(URI.create("https://n.test/ok"), URI.create("https://n.test/left"));

    @Autowired
    InvoiceLinks links;

    @Autowired
    PayByLink paying;

    @Autowired
    InvoiceVoiding voiding;

    @Autowired
    PortalSetup portal;

    @BeforeEach
    void thePortalsAreOn() {
        for (Tenant tenant : List.of(north(), south())) {
            CurrentTenant.run(tenant, () -> portal.switchTo(STAFF, true));
        }
    }

    @Test
    void withThePortalOffTheMailHasNoLink() {
        CurrentTenant.run(north(), () -> portal.switchTo(STAFF, false));
        InvoiceId id = sent(north(), ann(north()), 8_450);

        assertThat(mail(north())).contains("Please ask " + north().name()).doesNotContain("{secret}", "https://");
        assertThat(keysOf(north(), id)).isZero();
    }

    @Test
    void withoutTheSectionOfInvoicesNoMailLeadsThereAndReceiptsDo() {
        PortalDesign plain = PortalDesign.plain("North");
        var design = new PortalDesign(
                "North", plain.main(), plain.accent(), "", "", "", "", "", null, EnumSet.of(Section.APPOINTMENTS));
        CurrentTenant.run(north(), () -> portal.publish(STAFF, design));
        InvoiceId paid = sent(north(), ann(north()), 8_450);
        PaymentId payment = new PaymentId(UUID.randomUUID());
        InvoiceId gone = sent(north(), ann(north()), 8_450);
        as(north(), () -> voiding.withdraw(gone, "Twice", STAFF));
        inTransaction(north(), () -> {
            payables.payerWanted(InvoicePayables.ref(paid), payment, Money.of(8_450, "GBP"));
            return 0;
        });
        settle(north(), paid, payment, 8_450);
        for (long back : new long[] {450, 0}) {
            inTransaction(north(), () -> {
                payables.refunded(InvoicePayables.ref(paid), payment, Money.of(back, "GBP"));
                return 0;
            });
        }

        assertThat(kindsThatSay("")).contains("invoice", "invoice-void", "invoice-payer", "refund", "refund-returned");
        assertThat(kindsThatSay("https://")).containsExactly("receipt");
    }

    private List<String> kindsThatSay(String text) {
        return inTransaction(
                north(),
                () -> data.sql("select distinct about_kind from __tenant__.message where content::text like :text")
                        .param("text", "%" + text + "%")
                        .query(String.class)
                        .list());
    }

    @Test
    void theMailCarriesALinkAndTheDatabaseOnlyItsHash() {
        InvoiceId id = sent(north(), ann(north()), 8_450);

        assertThat(mail(north()))
                .contains("https://north.anteroom.test/pay/{secret}", "Pay now", "4 January 2027")
                .contains("https://north.anteroom.test/invoices/" + id)
                .doesNotContain("Consultation", "Ann");
        assertThat(keysOf(north(), id)).isOne();
    }

    @Test
    void aLinkShowsWhatIsLeftToPayAndLeadsToTheSamePaymentAsSigningIn() {
        InvoiceId id = sent(north(), ann(north()), 1_000);
        settle(north(), id, new PaymentId(UUID.randomUUID()), 400);
        InvoiceLinkKey key = keyTo(north(), id);

        assertThat(find(north(), key)).hasValueSatisfying(found -> {
            assertThat(found.invoice()).isEqualTo(id);
            assertThat(found.due().minor()).isEqualTo(600);
            assertThat(found.overdue()).isFalse();
        });
        assertThat(start(north(), key, "n1"))
                .isEqualTo(new LinkPaying.Asked(
                        new CheckoutStart.Redirect(FakePayments.PAYMENT, URI.create("https://pay.test/1"))));
        assertThat(payments.asked).extracting(money -> money.minor()).containsExactly(600L);
        assertThat(payments.payer).as("nobody knows who has the link").isNull();
        assertThat(audited(north())).endsWith("payment-started");
    }

    @Test
    void lookingAsksNobodyAndChangesNothing() {
        InvoiceId id = sent(north(), ann(north()), 1_000);
        InvoiceLinkKey key = keyTo(north(), id);
        int audited = audited(north()).size();

        find(north(), key);
        find(north(), key);

        assertThat(payments.asked).isEmpty();
        assertThat(audited(north())).hasSize(audited);
    }

    @Test
    void aLinkEndsWithItsInvoiceAndWithTime() {
        InvoiceId paid = sent(north(), ann(north()), 1_000);
        InvoiceLinkKey toPaid = keyTo(north(), paid);
        settle(north(), paid, new PaymentId(UUID.randomUUID()), 1_000);
        assertThat(find(north(), toPaid)).isEmpty();
        assertThat(start(north(), toPaid, "n1")).isInstanceOf(LinkPaying.Ended.class);

        InvoiceId withdrawn = sent(north(), ann(north()), 1_000);
        InvoiceLinkKey toWithdrawn = keyTo(north(), withdrawn);
        assertThat(find(north(), toWithdrawn)).isPresent();
        as(north(), () -> voiding.withdraw(withdrawn, "Wrong patient", STAFF));
        assertThat(find(north(), toWithdrawn)).isEmpty();

        InvoiceLinkKey old = keyTo(north(), sent(north(), ann(north()), 1_000));
        clock.set(LocalDate.of(2027, 1, 4).atTime(23, 59).atZone(north().zone()).toInstant());
        assertThat(find(north(), old)).isPresent();
        clock.advance(Duration.ofMinutes(2));
        assertThat(find(north(), old)).isEmpty();
        assertThat(start(north(), old, "n1")).isInstanceOf(LinkPaying.Ended.class);
        assertThat(payments.asked).isEmpty();
    }

    @Test
    void theSameNumbersAtTheOtherClinicHaveLinksOfTheirOwn() {
        InvoiceId ours = sent(north(), ann(north()), 1_000);
        InvoiceId theirs = sent(south(), ann(south()), 2_000);
        assertThat(theirs).isEqualTo(ours);
        InvoiceLinkKey key = keyTo(north(), ours);

        assertThat(find(north(), key)).isPresent();
        assertThat(find(south(), key)).isEmpty();
        assertThat(start(south(), key, "n1")).isInstanceOf(LinkPaying.Ended.class);
        assertThat(find(north(), new InvoiceLinkKey(""))).isEmpty();
    }

    @Test
    void oneNetworkAsksForTheCardPageSoOftenInAnHour() {
        InvoiceLinkKey key = keyTo(north(), sent(north(), ann(north()), 1_000));
        for (int i = 0; i < 30; i++) {
            assertThat(start(north(), key, "n1")).isInstanceOf(LinkPaying.Asked.class);
        }

        assertThat(start(north(), key, "n1")).isInstanceOf(LinkPaying.TooOften.class);
        assertThat(start(north(), key, "n2")).isInstanceOf(LinkPaying.Asked.class);
    }

    @Test
    void whoComesBackIsKnownByThePaymentForADay() {
        InvoiceId id = sent(north(), ann(north()), 1_000);
        start(north(), keyTo(north(), id), "n1");

        assertThat(as(north(), () -> links.numberOf(FakePayments.PAYMENT))).hasValue(1L);
        assertThat(as(south(), () -> links.numberOf(FakePayments.PAYMENT))).isEmpty();
        assertThat(as(north(), () -> links.ofPayment(FakePayments.PAYMENT))).isPresent();
        assertThat(as(north(), () -> links.numberOf(new PaymentId(UUID.randomUUID()))))
                .as("of a payment that somebody signed in began")
                .isEmpty();

        clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(as(north(), () -> links.numberOf(FakePayments.PAYMENT))).isEmpty();
        assertThat(as(north(), () -> paying.startAgain(FakePayments.PAYMENT, "n1", URLS)))
                .isInstanceOf(LinkPaying.Ended.class);
    }

    @Test
    void whatNoCardCanPayIsMailedWithoutALink() {
        InvoiceId id = sent(north(), ann(north()), 20);

        assertThat(mail(north())).contains("See and pay the invoice").doesNotContain("{secret}");
        assertThat(keysOf(north(), id)).isZero();
    }

    private PatientId ann(Tenant tenant) {
        return patient(tenant, "Ann", "ann@example.org");
    }

    private Optional<LinkedInvoice> find(Tenant tenant, InvoiceLinkKey key) {
        return as(tenant, () -> links.find(key));
    }

    private LinkPaying start(Tenant tenant, InvoiceLinkKey key, String network) {
        return as(tenant, () -> paying.start(key, network, URLS));
    }

    /** What a mail would have carried: the database has no more than the hash of it. */
    private InvoiceLinkKey keyTo(Tenant tenant, InvoiceId id) {
        String key = "key-of-" + id;
        inTransaction(
                tenant,
                () -> data.sql("update __tenant__.invoice_link set key_hash = sha256(convert_to(:key, 'UTF8'))"
                                + " where invoice_id = :id")
                        .param("key", key)
                        .param("id", id.value())
                        .update());
        return new InvoiceLinkKey(key);
    }

    private int keysOf(Tenant tenant, InvoiceId id) {
        return inTransaction(
                tenant,
                () -> data.sql("select count(*) from __tenant__.invoice_link where invoice_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single());
    }

    private String mail(Tenant tenant) {
        return inTransaction(
                tenant,
                () -> data.sql("select content::text from __tenant__.message where about_kind = 'invoice'")
                        .query(String.class)
                        .single());
    }
}
