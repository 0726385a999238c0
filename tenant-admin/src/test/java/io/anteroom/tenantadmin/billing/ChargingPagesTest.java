package io.anteroom.tenantadmin.billing;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.Payables;
import io.anteroom.payments.Payables.Allocation;
import io.anteroom.payments.Payment;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.PaymentState;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenantadmin.door.StaffPagesFixture;
import io.anteroom.testing.TestClock;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff charge a card on file only by a permission that stands, with a right of their own, and are told what came of it. */
class ChargingPagesTest extends StaffPagesFixture {

    private static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");
    private static final PayerRef ANNA = new PayerRef("account", "1");
    private static final String ABOUT = "patient 1";
    private static final String WORDING = "I allow North to charge my Visa.";
    private static final String URL = "/o/north/invoices/1";

    @Autowired
    Billing billing;

    @Autowired
    PortalSetup setup;

    @Autowired
    @Qualifier("io.anteroom.clinic.billing.InvoicePayables")
    Payables payables;

    @Autowired
    TestClock clock;

    ChargingPagesTest() {
        super(StaffRole.BILLING);
    }

    private CardId card = new CardId(new UUID(0, 0));
    private UUID permission = new UUID(0, 0);

    @BeforeEach
    void annaKeepsACardAndHasPermittedIt() {
        card = furnish(north());
        permission = permit(north(), card);
    }

    @Test
    void theCardOnFileIsChargedAfterAQuestionThatSaysWhoseHowMuchAndByWhichPermission() {
        assertThat(opens(URL)).bodyText().contains(URL + "/charge\"", "Charge the card on file");
        MvcTestResult asked = opens(URL + "/charge");
        assertThat(asked)
                .hasStatusOk()
                .bodyText()
                .contains("Charge £84.50 for Invoice 1?", "Visa ending 4242, kept by Anna Lee", WORDING)
                .contains("Given by Anna Lee (account 1)");
        String attempt = hidden(asked, "attempt");
        savedCards.answer = new CardPaymentStart.Told(payment(attempt, PaymentState.SUCCEEDED, null));

        assertThat(charge(attempt, "8450")).hasStatus(303).hasHeader("Location", URL);

        assertThat(savedCards.asked).containsExactly("charge 1 " + Money.of(8_450, "GBP") + " 1 " + ABOUT);
        assertThat(texts("select action from __tenant__.audit_entry")).containsOnlyOnce("card-charge-started");
        assertThat(texts("select account_id::text from __tenant__.payment_payer"))
                .containsExactly("1");
    }

    @Test
    void whatCameOfItIsTold() {
        assertThat(told(new CardPaymentStart.Told(payment(PaymentState.SUCCEEDED, null))))
                .contains("was charged to Visa ending 4242");
        assertThat(told(new CardPaymentStart.Told(payment(PaymentState.FAILED, "insufficient_funds"))))
                .contains("declined (insufficient funds)", "Nothing was charged");
        assertThat(told(new CardPaymentStart.Told(payment(PaymentState.FAILED, "authentication_required"))))
                .contains("wants the card", "nothing was charged");
        assertThat(told(new CardPaymentStart.Unknown(new PaymentId(UUID.randomUUID()))))
                .contains("don’t know yet");
        assertThat(told(new CardPaymentStart.NoConsent())).contains("has ended or changed", "Nothing was charged");
        assertThat(told(new CardPaymentStart.Refused(CheckoutStart.Reason.BEING_PROCESSED)))
                .contains("still being processed");
    }

    @Test
    void aCardThatHasExpiredIsOfferedLastAndNotChosenBeforehand() {
        run(north(), "insert into __tenant__.portal_account (created_at, holder_name) values (" + NOW + ", 'Tom Lee')");
        run(north(), """
                insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by)
                values (2, 1, 'carer', 'full', array['money'], NOW, 'Rosa')""".replace("NOW", NOW));
        CurrentTenant.run(north(), () -> {
            CardId old = savedCards.save(2, "1111", YearMonth.of(2026, 1));
            var wording = new ConsentWording(1, WORDING, Locale.UK);
            var _ = consents.give(new PayerRef("account", "2"), ABOUT, old, wording, "Tom Lee (account 2)");
        });

        assertThat(opens(URL + "/charge"))
                .bodyText()
                .containsSubsequence(
                        "Visa ending 4242, kept by Anna Lee", "Visa ending 1111, kept by Tom Lee", "has expired")
                .containsPattern("checked>\\s*<span[^>]*>Visa ending 4242");
    }

    @Test
    void withoutAStandingPermissionThereIsNothingToCharge() {
        CurrentTenant.run(north(), () -> consents.revoke(ANNA, ABOUT, "account 1"));

        refused();
    }

    @Test
    void noOtherCardIsChargedThanTheOneThatWasShown() {
        String attempt = hidden(opens(URL + "/charge"), "attempt");
        CardId other = CurrentTenant.call(north(), () -> savedCards.save(1, "5555", YearMonth.of(2034, 12)));
        UUID later = permit(north(), other);

        assertThat(charge(attempt, "8450")).hasStatus(303).hasHeader("Location", URL);

        assertThat(savedCards.asked).isEmpty();
        assertThat(texts("select action from __tenant__.audit_entry")).doesNotContain("card-charge-started");
        assertThat(opens(URL + "/charge")).bodyText().contains("5555", "value=\"" + later + "\"");
    }

    @Test
    void aPermissionCountsOnlyAsLongAsItsOwnerSeesTheInvoices() {
        run(north(), "update __tenant__.access_grant set level = 'limited'");
        refused();
        run(north(), "update __tenant__.access_grant set level = 'full', scope = array['bookings']");
        refused();
        run(north(), "update __tenant__.access_grant set scope = array['money']");
        assertThat(opens(URL)).bodyText().contains(URL + "/charge\"");
        run(north(), "update __tenant__.portal_account set closed_at = now()");
        refused();
    }

    @Test
    void whereTheClinicOffersNoSavedCardsNoneIsCharged() {
        offering(north(), EnumSet.of(Section.INVOICES));

        refused();
    }

    @Test
    void whatIsNotDueAnyMoreIsNotCharged() {
        assertThat(charge(UUID.randomUUID().toString(), "8400")).hasStatus(303);

        assertThat(savedCards.asked).isEmpty();
        assertThat(texts("select action from __tenant__.audit_entry")).doesNotContain("card-charge-started");
    }

    @Test
    void whoeverMayWriteInvoicesButNotChargeCardsIsRefused() {
        role = StaffRole.RECEPTIONIST;

        assertThat(opens(URL)).hasStatusOk().bodyText().doesNotContain("Charge the card");
        assertThat(opens(URL + "/charge")).hasStatus(403);
        assertThat(charge(UUID.randomUUID().toString(), "8450")).hasStatus(403);
        assertThat(savedCards.asked).isEmpty();
    }

    @Test
    void thePermissionAtOneClinicIsNoneAtTheOther() {
        furnish(south());

        assertThat(opens("/o/south/invoices/1")).hasStatusOk().bodyText().doesNotContain("Charge the card");
        assertThat(opens("/o/south/invoices/1/charge")).hasStatus(303);
        assertThat(sends(
                        "/o/south/invoices/1/charge",
                        "attempt",
                        UUID.randomUUID().toString(),
                        "due",
                        "8450",
                        "consent",
                        permission.toString()))
                .hasStatus(303);
        assertThat(savedCards.asked).isEmpty();
    }

    @Test
    void whereTheBankWantsThePersonWhoeverKeepsTheCardIsAskedAtTheAddressTheySignInWith() {
        String attempt = hidden(opens(URL + "/charge"), "attempt");
        savedCards.answer = new CardPaymentStart.Told(payment(attempt, PaymentState.FAILED, "authentication_required"));
        charge(attempt, "8450");

        in(north(), () -> {
            payables.payerWanted(
                    new PayableRef("invoice", "1"), new PaymentId(UUID.fromString(attempt)), Money.of(8_450, "GBP"));
            return 0;
        });

        assertThat(texts("select recipient || ' ' || content::text from __tenant__.message"
                        + " where about_kind = 'invoice-payer'"))
                .singleElement()
                .asString()
                .contains("anna@example.org", "/invoices/1/pay");
    }

    private void refused() {
        assertThat(opens(URL)).hasStatusOk().bodyText().doesNotContain("Charge the card");
        assertThat(opens(URL + "/charge")).hasStatus(303).hasHeader("Location", URL);
        assertThat(charge(UUID.randomUUID().toString(), "8450")).hasStatus(303);
        assertThat(savedCards.asked).isEmpty();
    }

    private String told(CardPaymentStart start) {
        String attempt = start instanceof CardPaymentStart.Told(Payment payment)
                ? payment.id().toString()
                : UUID.randomUUID().toString();
        savedCards.answer = start;
        MvcTestResult result = charge(attempt, "8450");
        assertThat(result).hasStatus(303);
        var page = mvc.get();
        for (var cookie : result.getResponse().getCookies()) {
            page.cookie(cookie);
        }
        try {
            return asRobin(page, URL).exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult charge(String attempt, String due) {
        return sends(URL + "/charge", "attempt", attempt, "due", due, "consent", permission.toString());
    }

    private Payment payment(PaymentState state, @Nullable String failure) {
        return payment(UUID.randomUUID().toString(), state, failure);
    }

    private Payment payment(String attempt, PaymentState state, @Nullable String failure) {
        boolean arrived = state == PaymentState.SUCCEEDED;
        return new Payment(
                new PaymentId(UUID.fromString(attempt)),
                new PayableRef("invoice", "1"),
                Money.of(8_450, "GBP"),
                state,
                arrived ? Allocation.ALLOCATED : null,
                failure,
                clock.instant(),
                arrived ? clock.instant() : null,
                "visa 4242",
                0,
                false);
    }

    private UUID permit(Tenant clinic, CardId which) {
        var wording = new ConsentWording(1, WORDING, Locale.UK);
        return CurrentTenant.call(clinic, () -> consents.give(ANNA, ABOUT, which, wording, "Anna Lee (account 1)"))
                .orElseThrow()
                .id();
    }

    /** Anna Lee, her account, a card of it, and an invoice. */
    private CardId furnish(Tenant clinic) {
        addAnnaWithAnAccount(clinic);
        offering(clinic, EnumSet.allOf(Section.class));
        run(clinic, "update __tenant__.patient set email = 'lee@example.org'");
        in(clinic, () -> {
            var line = new InvoiceLine("Consultation", BigDecimal.ONE, 8_450, 0);
            var draft = billing.draft(
                    new PatientId(1), new InvoiceDraft(LocalDate.of(2026, 12, 5), "", List.of(line)), STAFF);
            return billing.send(draft, STAFF);
        });
        return CurrentTenant.call(clinic, () -> savedCards.save(1, "4242", YearMonth.of(2034, 12)));
    }

    private void offering(Tenant clinic, EnumSet<Section> sections) {
        PortalDesign plain = PortalDesign.plain(clinic.name());
        var design = new PortalDesign(clinic.name(), plain.main(), plain.accent(), "", "", "", "", "", null, sections);
        CurrentTenant.run(clinic, () -> {
            setup.publish(STAFF, design);
            setup.switchTo(STAFF, true);
        });
    }
}
