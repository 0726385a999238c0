package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentMethodAttachParams;
import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardConsents;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.payments.card.CardPaymentStart.ToTheBank;
import io.anteroom.payments.card.CardPaymentStart.Told;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.payments.card.SavedCardPayments;
import io.anteroom.payments.reconciliation.Difference;
import io.anteroom.payments.reconciliation.DifferenceKind;
import io.anteroom.payments.reconciliation.MoneyCheck;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.payments.refund.RefundAskedWork;
import io.anteroom.payments.refund.Refunds;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkHandler;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One walk through all that we ask of Stripe, with a clinic whose account can charge: the same against the emulator and
 * against Stripe's test mode. Nobody types a card number in it: test cards go by the names that Stripe gives them.
 */
final class StripeSmoke {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final PayerRef PAYER = new PayerRef("account", "1");
    private static final String ABOUT = "patient 1";
    private static final CheckoutReturn URLS = new CheckoutReturn(
            URI.create("http://north.localhost/payments/return"),
            URI.create("http://north.localhost/payments/return?left=true"));
    private static final URI BANK_RETURN = URI.create("http://north.localhost/payments/return");

    /** What would be wrong with our own payments; an account that was used before may hold money that we never heard of. */
    private static final Set<DifferenceKind> OURS =
            Set.of(DifferenceKind.PAYMENT_MISSING, DifferenceKind.AMOUNT, DifferenceKind.REFUND);

    private final ApplicationContext context;
    private final Tenant tenant;
    private final String account;
    private final Payments payments;
    private final Cards cards;
    private final SavedCardPayments charges;
    private int bills;

    StripeSmoke(ApplicationContext context, Tenant tenant, String account) {
        this.context = context;
        this.tenant = tenant;
        this.account = account;
        this.payments = context.getBean(Payments.class);
        this.cards = context.getBean(Cards.class);
        this.charges = context.getBean(SavedCardPayments.class);
    }

    void walk() throws StripeException {
        theAccountCanCharge();
        aPageOpensOnceAndCloses();
        beACustomer();
        CardId visa = keep("pm_card_visa");
        PaymentId paid = aSavedCardIsChargedOnce(visa);
        aPartIsGivenBack(paid);
        whoeverIsAwayIsChargedByTheirConsent(visa);
        aDeclineIsTold(keep("pm_card_chargeCustomerFail"));
        theBankIsAskedWhereItWants(keep("pm_card_authenticationRequired"));
        cardsGoAway();
        ourBooksAreStripes();
    }

    private void theAccountCanCharge() {
        OnboardingStatus status = in(() -> context.getBean(Onboarding.class).refresh());
        assertThat(status.account()).isEqualTo(account);
        assertThat(status.chargesEnabled()).isTrue();
    }

    private void aPageOpensOnceAndCloses() {
        PayableRef bill = bill();
        var first = (CheckoutStart.Redirect) begin(bill);
        var second = (CheckoutStart.Redirect) begin(bill);
        assertThat(second).isEqualTo(first);
        assertThat(in(() -> payments.reconcile(first.payment())).orElseThrow().state())
                .isEqualTo(PaymentState.OPEN);
        assertThat(in(() -> payments.withdraw(bill))).isEqualTo(Withdrawal.CLOSED);
        assertThat(in(() -> payments.find(first.payment())).orElseThrow().state())
                .isEqualTo(PaymentState.EXPIRED);
    }

    /** A card is typed on Stripe's page only; what is left to us before that is the customer it will belong to. */
    private void beACustomer() {
        assertThat(in(() -> cards.add(PAYER, URLS, Locale.UK))).isInstanceOf(CardSetupStart.Redirect.class);
    }

    private CardId keep(String testCard) throws StripeException {
        Set<CardId> before = ids(in(() -> cards.refresh(PAYER)));
        context.getBean(StripeClient.class)
                .v1()
                .paymentMethods()
                .attach(
                        testCard,
                        PaymentMethodAttachParams.builder()
                                .setCustomer(customer())
                                .build(),
                        onTheAccount());
        return ids(in(() -> cards.refresh(PAYER))).stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
    }

    private PaymentId aSavedCardIsChargedOnce(CardId card) throws StripeException {
        PayableRef bill = bill();
        PaymentId attempt = attempt();
        assertThat(told(pay(attempt, bill, card)).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(told(pay(attempt, bill, card)).id()).as("clicked again").isEqualTo(attempt);
        assertThat(intents(attempt)).isEqualTo(1);
        return attempt;
    }

    private void aPartIsGivenBack(PaymentId payment) {
        Refunds refunds = context.getBean(Refunds.class);
        UUID refund = UUID.randomUUID();
        in(() -> refunds.ask(refund, payment, Money.of(3000, "GBP"), refunds.seen(payment), "Too dear", "Desk"));
        work(RefundAskedWork.KIND, refund.toString());
        assertThat(in(() -> payments.find(payment)).orElseThrow().refundedMinor())
                .isEqualTo(3000);
    }

    private void whoeverIsAwayIsChargedByTheirConsent(CardId card) throws StripeException {
        PaymentId attempt = attempt();
        assertThat(chargedAway(attempt, card).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(intents(attempt)).isEqualTo(1);
    }

    private Payment chargedAway(PaymentId attempt, CardId card) {
        CardConsents consents = context.getBean(CardConsents.class);
        var wording = new ConsentWording(1, "The clinic may charge my card.", Locale.UK);
        assertThat(in(() -> consents.give(PAYER, ABOUT, card, wording, "account 1")))
                .isPresent();
        PayableRef bill = bill();
        return told(in(() -> charges.charge(CardCharge.of(attempt, bill, DUE), PAYER, ABOUT)));
    }

    private void aDeclineIsTold(CardId card) {
        Payment payment = told(pay(attempt(), bill(), card));
        assertThat(payment.state()).isEqualTo(PaymentState.FAILED);
        assertThat(payment.failureCode()).isPresent();
    }

    private void theBankIsAskedWhereItWants(CardId card) {
        PayableRef bill = bill();
        CardPaymentStart start = pay(attempt(), bill, card);
        assertThat(start).isInstanceOf(ToTheBank.class);
        PaymentId payment = ((ToTheBank) start).payment();
        assertThat(in(() -> payments.reconcile(payment)).orElseThrow().state()).isEqualTo(PaymentState.OPEN);
        assertThat(in(() -> payments.withdraw(bill))).isEqualTo(Withdrawal.CLOSED);
        assertThat(chargedAway(attempt(), card).wantsThePerson()).isTrue();
    }

    private void cardsGoAway() {
        ids(in(() -> cards.of(PAYER))).forEach(card -> in(() -> cards.remove(PAYER, card)));
        assertThat(in(() -> cards.refresh(PAYER))).isEmpty();
    }

    private void ourBooksAreStripes() {
        work(StripeCheckWork.KIND, StripeCheckWork.NOW);
        List<Difference> differences =
                in(() -> context.getBean(MoneyCheck.class).differences());
        assertThat(differences).filteredOn(each -> OURS.contains(each.kind())).isEmpty();
    }

    private CheckoutStart begin(PayableRef bill) {
        return in(() -> payments.startCheckout(bill, DUE, URLS, "payer@example.org", Locale.UK));
    }

    private CardPaymentStart pay(PaymentId attempt, PayableRef bill, CardId card) {
        return in(() -> charges.pay(CardCharge.of(attempt, bill, DUE), PAYER, card, BANK_RETURN));
    }

    private static Payment told(CardPaymentStart start) {
        assertThat(start).isInstanceOf(Told.class);
        return ((Told) start).payment();
    }

    private PayableRef bill() {
        String id = String.valueOf(++bills);
        return in(() -> context.getBean(Bills.class).add(id, DUE));
    }

    private static PaymentId attempt() {
        return new PaymentId(UUID.randomUUID());
    }

    /** How many of the customer's payment intents at Stripe carry the attempt's id. */
    private long intents(PaymentId attempt) throws StripeException {
        return context
                .getBean(StripeClient.class)
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setCustomer(customer()).build(), onTheAccount())
                .getData()
                .stream()
                .filter(intent -> intent.getMetadata().containsValue(attempt.toString()))
                .count();
    }

    private String customer() {
        return Objects.requireNonNull(in(() -> context.getBean(TransactionTemplate.class)
                .execute(_ -> context.getBean(JdbcClient.class)
                        .sql("select customer_id from __tenant__.card_owner where customer_id is not null")
                        .query(String.class)
                        .single())));
    }

    private RequestOptions onTheAccount() {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    private static Set<CardId> ids(List<SavedCard> some) {
        return some.stream().map(SavedCard::id).collect(Collectors.toSet());
    }

    private void work(String kind, String ref) {
        WorkHandler handler = context.getBeansOfType(WorkHandler.class).values().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        CurrentTenant.run(tenant, () -> {
            try {
                handler.handle(ref);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(tenant, work::get);
    }
}
