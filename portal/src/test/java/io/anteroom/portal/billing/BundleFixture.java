package io.anteroom.portal.billing;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.card.CardId;
import io.anteroom.portal.SignedInFixture;
import io.anteroom.portal.SignedInPages;
import io.anteroom.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two invoices of Ann’s that are due, and the ways to choose and pay several. */
abstract class BundleFixture extends SignedInFixture {

    static final PaymentId PAYMENT = new PaymentId(UUID.fromString("5b9f6a2e-6d0c-4f0e-8f43-0c7a4f6d2b55"));
    static final LocalDate LATER = LocalDate.of(2026, 12, 24);

    @Autowired
    List<Payables> owners;

    InvoiceId first = new InvoiceId(0);
    InvoiceId second = first;

    @BeforeEach
    void twoAreDue() {
        first = sent(north(), ann, 3_000, LATER);
        second = sent(north(), ann, 5_000, LATER.plusDays(1));
    }

    CardId card() {
        offering(EnumSet.allOf(Section.class));
        return CurrentTenant.call(north(), () -> savedCards.save(account, "4242", YearMonth.of(2034, 12)));
    }

    static String seen(InvoiceId invoice, long minor) {
        return invoice + ":" + minor;
    }

    MvcTestResult choose(String... values) {
        var request =
                mvc.post().uri("https://north.anteroom.test/invoices/several").header(SignedInPages.ACCOUNT, account);
        for (String value : values) {
            request = request.param("chosen", value);
        }
        return request.exchange();
    }

    /** Where that choice leads. */
    String chosen(String... values) {
        MvcTestResult result = choose(values);
        assertThat(result).hasStatus(303);
        String location = Objects.requireNonNull(result.getResponse().getHeader("Location"));
        assertThat(location).matches("/invoices/several/[0-9a-f-]{36}");
        return location;
    }

    MvcTestResult pay(String bundle, String attempt, String card) {
        return mvc.post()
                .uri("https://north.anteroom.test" + bundle + "/pay")
                .header(SignedInPages.ACCOUNT, account)
                .param("attempt", attempt)
                .param("card", card)
                .exchange();
    }

    String outcome(
            String bundle,
            PaymentState state,
            @Nullable String failure,
            @Nullable Allocation allocation,
            String query) {
        provider.known.put(PAYMENT, payment(PAYMENT, bundle, state, failure, allocation));
        return body(get("/payments/" + PAYMENT + query));
    }

    Payment payment(
            PaymentId id,
            String bundle,
            PaymentState state,
            @Nullable String failure,
            @Nullable Allocation allocation) {
        return new Payment(
                id,
                ref(bundle),
                Money.of(8_000, "GBP"),
                state,
                allocation,
                failure,
                clock.instant(),
                null,
                "visa 4242",
                0,
                false);
    }

    static PayableRef ref(String bundle) {
        return new PayableRef("invoices", bundle.substring("/invoices/several/".length()));
    }

    Payables owner(String kind) {
        return owners.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    void settle(InvoiceId id, long minor) {
        var payment = new PaymentId(UUID.randomUUID());
        var ref = new PayableRef("invoice", id.toString());
        assertThat(in(north(), () -> owner("invoice").settled(ref, payment, Money.of(minor, "GBP"), clock.instant())))
                .isEqualTo(Allocation.ALLOCATED);
    }

    void settleAll(String bundle, long minor) {
        assertThat(in(
                        north(),
                        () -> owner("invoices").settled(ref(bundle), PAYMENT, Money.of(minor, "GBP"), clock.instant())))
                .isEqualTo(Allocation.ALLOCATED);
    }

    String payer(PaymentId payment) {
        return in(
                north(),
                () -> data.sql("select account_id from __tenant__.payment_payer where payment_id = :id")
                        .param("id", payment.value())
                        .query(String.class)
                        .single());
    }

    void offering(EnumSet<Section> sections) {
        PortalDesign plain = PortalDesign.plain("North Clinic");
        CurrentTenant.run(
                north(),
                () -> setup.publish(
                        STAFF,
                        new PortalDesign(
                                "North Clinic", plain.main(), plain.accent(), "", "", "", "", "", null, sections)));
    }

    static String body(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
