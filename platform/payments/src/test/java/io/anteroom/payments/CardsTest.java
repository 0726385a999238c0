package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import io.anteroom.payments.card.CardChange;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardSetup;
import io.anteroom.payments.card.CardSetup.State;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.CardSetupStart.Reason;
import io.anteroom.payments.card.CardSetupStart.Redirect;
import io.anteroom.payments.card.CardSetupStart.Refused;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCard;
import io.anteroom.payments.wallet.CardSetupWork;
import io.anteroom.payments.wallet.CardsWork;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.http.LastingFault;
import io.anteroom.stripeemulator.objects.Entered;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.Tenant;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cards are saved on Stripe's page, once, for whom they belong to, and are known here as Stripe knows them. */
class CardsTest extends PaymentsFixture {

    private static final PayerRef ANA = new PayerRef("account", "1");
    private static final PayerRef BEN = new PayerRef("account", "2");
    private static final String MAKE_CUSTOMER = "POST /v1/customers";
    private static final String DETACH = "POST /v1/payment_methods/.*/detach";

    @Autowired
    StripeClient client;

    @Test
    void aCardAddedOnStripesPageIsTheOneToPayWith() {
        String account = connect(north());
        CardSetupId setup = begun(north(), ANA);

        stripe.pay(account, session(north(), setup), TestCard.VISA);

        CardSetup done = reconciled(north(), ANA, setup);
        assertThat(done.state()).isEqualTo(State.SUCCEEDED);
        assertThat(of(north(), ANA)).singleElement().satisfies(card -> {
            assertThat(card.id()).isEqualTo(done.card());
            assertThat(card.title()).isEqualTo("Visa ending 4242");
            assertThat(card.until()).isEqualTo(YearMonth.of(2034, 12));
            assertThat(card.preferred()).isTrue();
            assertThat(card.name()).isNull();
        });
        assertThat(customers(account)).isEqualTo(1);
    }

    @Test
    void aSecondCardIsTheSameCustomersAndTheFirstStaysPreferred() {
        String account = connect(north());
        add(north(), account, ANA, TestCard.VISA);
        later(Duration.ofMinutes(1));
        add(north(), account, ANA, TestCard.MASTERCARD);

        assertThat(of(north(), ANA))
                .extracting(SavedCard::title)
                .containsExactly("Visa ending 4242", "Mastercard ending 4444");
        assertThat(of(north(), ANA)).extracting(SavedCard::preferred).containsExactly(true, false);
        assertThat(customers(account)).isEqualTo(1);
    }

    @Test
    void aDoubleClickLeadsToOnePageOfOneCustomer() {
        String account = connect(north());
        List<CompletableFuture<CardSetupStart>> clicks = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> start(north(), ANA, Locale.UK)))
                .toList();
        List<CardSetupStart> answers =
                clicks.stream().map(CompletableFuture::join).toList();

        assertThat(answers.stream().filter(Redirect.class::isInstance).distinct())
                .hasSize(1);
        assertThat(pages(account)).isEqualTo(1);
        assertThat(customers(account)).isEqualTo(1);
    }

    @Test
    void aSecondTabInAnotherLanguageClosesTheFirst() {
        String account = connect(north());
        CardSetupId first = begun(north(), ANA);
        CardSetupId second = ((Redirect) start(north(), ANA, Locale.GERMANY)).setup();

        stripe.pay(account, session(north(), first), TestCard.VISA);

        assertThat(second).isNotEqualTo(first);
        assertThat(reconciled(north(), ANA, first).state()).isEqualTo(State.EXPIRED);
        assertThat(reconciled(north(), ANA, second).state()).isEqualTo(State.OPEN);
        assertThat(of(north(), ANA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverBecameOfTheFirstQuestionThereIsOneCustomerAndOnePage(Fault fault) {
        String account = connect(north());
        fail(MAKE_CUSTOMER, fault);
        assertThat(start(north(), ANA, Locale.UK)).isEqualTo(new Refused(Reason.TRY_AGAIN));
        fail(OPEN_PAGE, fault);
        assertThat(start(north(), ANA, Locale.UK)).isEqualTo(new Refused(Reason.TRY_AGAIN));

        add(north(), account, ANA, TestCard.VISA);

        assertThat(customers(account)).isEqualTo(1);
        assertThat(pages(account)).isEqualTo(1);
        assertThat(of(north(), ANA)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_KEPT", "ERROR_KEPT_BEFORE"})
    void anErrorThatStripeKeepsUnderAKeyIsNotTheEnd(LastingFault fault) {
        String account = connect(north());
        stripe.fail(MAKE_CUSTOMER, fault, 1);
        start(north(), ANA, Locale.UK);
        stripe.fail(OPEN_PAGE, fault, 1);
        add(north(), account, ANA, TestCard.VISA);

        assertThat(customers(account)).isEqualTo(1);
        assertThat(pages(account)).isEqualTo(1);
        assertThat(of(north(), ANA)).hasSize(1);
    }

    @Test
    void aCardWhoseEventWasLostAndWhosePayerNeverCameBackIsFoundByTheJob() {
        String account = connect(north());
        CardSetupId setup = begun(north(), ANA);
        assertThat(pointers(north())).contains("stripe-card-setup:" + setup);
        stripe.pay(account, session(north(), setup), TestCard.VISA);

        work(north(), CardSetupWork.KIND, setup.toString());

        assertThat(of(north(), ANA)).hasSize(1);
    }

    @Test
    void anEventIsAHintToLook() {
        String account = connect(north());
        CardSetupId setup = begun(north(), ANA);
        stripe.pay(account, session(north(), setup), TestCard.VISA);

        assertThat(stripe.send(waiting("checkout.session.completed"))).isEqualTo(200);

        assertThat(of(north(), ANA)).hasSize(1);
        assertThat(pointers(north())).contains("stripe-card-setup:" + setup);
    }

    @Test
    void aPageWhoseCardCannotBeReadStaysOpenForTheJob() {
        String account = connect(north());
        CardSetupId setup = begun(north(), ANA);
        stripe.pay(account, session(north(), setup), TestCard.VISA);
        fail("GET /v1/customers/.*/payment_methods", Fault.ERROR_BEFORE);

        assertThat(reconciled(north(), ANA, setup).state()).isEqualTo(State.OPEN);
        work(north(), CardSetupWork.KIND, setup.toString());

        assertThat(reconciled(north(), ANA, setup).state()).isEqualTo(State.SUCCEEDED);
        assertThat(of(north(), ANA)).hasSize(1);
    }

    @Test
    void theBankMayAskWhoOneIs() {
        String account = connect(north());
        CardSetupId setup = begun(north(), ANA);
        stripe.pay(account, session(north(), setup), TestCard.CHECK_ALWAYS);
        String intent = Json.text(stripe.all(account, "setup_intent").getFirst(), "id");

        stripe.finishCheck(account, intent, false);
        CardSetup failed = reconciled(north(), ANA, setup);
        assertThat(failed.state()).isEqualTo(State.OPEN);
        assertThat(failed.failure()).isEqualTo("authentication_required");
        assertThat(of(north(), ANA)).isEmpty();

        stripe.pay(account, session(north(), setup), TestCard.CHECK_ALWAYS);
        stripe.finishCheck(account, intent, true);
        assertThat(reconciled(north(), ANA, setup).state()).isEqualTo(State.SUCCEEDED);
        assertThat(of(north(), ANA)).hasSize(1);
    }

    @Test
    void aPageThatNobodyUsedEndsByItself() {
        connect(north());
        CardSetupId setup = begun(north(), ANA);
        later(Duration.ofHours(13));
        work(north(), CardSetupWork.KIND, setup.toString());
        assertThat(reconciled(north(), ANA, setup).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void anotherCanBePreferredAndACardBeNamedAndRemoved() {
        String account = connect(north());
        add(north(), account, ANA, TestCard.VISA);
        later(Duration.ofMinutes(1));
        add(north(), account, ANA, TestCard.MASTERCARD);
        CardId visa = of(north(), ANA).getFirst().id();
        CardId master = of(north(), ANA).getLast().id();

        assertThat(in(north(), () -> cards.prefer(ANA, master))).isEqualTo(CardChange.DONE);
        assertThat(in(north(), () -> cards.rename(ANA, master, "  My card  "))).isEqualTo(CardChange.DONE);
        assertThat(of(north(), ANA)).extracting(SavedCard::id).containsExactly(master, visa);
        assertThat(of(north(), ANA).getFirst().name()).isEqualTo("My card");

        assertThat(in(north(), () -> cards.remove(ANA, master))).isEqualTo(CardChange.DONE);
        assertThat(of(north(), ANA)).extracting(SavedCard::id).containsExactly(visa);
        assertThat(in(north(), () -> cards.remove(ANA, master))).isEqualTo(CardChange.NOT_FOUND);
        assertThat(in(north(), () -> cards.rename(ANA, master, "Again"))).isEqualTo(CardChange.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverBecameOfARemovalAskingAgainOrTheJobTells(Fault fault) {
        String account = connect(north());
        add(north(), account, ANA, TestCard.VISA);
        CardId card = of(north(), ANA).getFirst().id();
        fail(DETACH, fault);

        assertThat(in(north(), () -> cards.remove(ANA, card))).isEqualTo(CardChange.TRY_AGAIN);
        String customer = Json.text(stripe.all(account, "customer").getFirst(), "id");
        assertThat(pointers(north())).contains("stripe-cards:" + customer);
        work(north(), CardsWork.KIND, customer);

        boolean done = fault == Fault.ERROR_AFTER || fault == Fault.LOST_AFTER;
        assertThat(of(north(), ANA)).hasSize(done ? 0 : 1);
        assertThat(in(north(), () -> cards.remove(ANA, card))).isEqualTo(done ? CardChange.NOT_FOUND : CardChange.DONE);
        assertThat(of(north(), ANA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_KEPT", "ERROR_KEPT_BEFORE"})
    void anErrorThatStripeKeepsSaysNothingOfACardThatTheListDoes(LastingFault fault) {
        String account = connect(north());
        add(north(), account, ANA, TestCard.VISA);
        CardId card = of(north(), ANA).getFirst().id();
        stripe.fail(DETACH, fault, 1);

        boolean done = fault == LastingFault.ERROR_KEPT;
        assertThat(in(north(), () -> cards.remove(ANA, card))).isEqualTo(done ? CardChange.DONE : CardChange.TRY_AGAIN);
        assertThat(of(north(), ANA)).hasSize(done ? 0 : 1);
        assertThat(in(north(), () -> cards.remove(ANA, card))).isEqualTo(done ? CardChange.NOT_FOUND : CardChange.DONE);
    }

    @Test
    void aCardThatIsGoneAtStripeCanNeitherBePreferredNorIsItKept() throws StripeException {
        String account = connect(north());
        add(north(), account, ANA, TestCard.VISA);
        CardId visa = of(north(), ANA).getFirst().id();
        String method = Json.text(stripe.all(account, "payment_method").getFirst(), "id");
        client.v1().paymentMethods().detach(method, on(account));

        assertThat(in(north(), () -> cards.prefer(ANA, visa))).isEqualTo(CardChange.NOT_FOUND);
        assertThat(of(north(), ANA)).isEmpty();
    }

    @Test
    void aCardWhoseCustomerWasDeletedBeforeItWasReadIsNoSuccess() throws StripeException {
        String account = connect(north());
        CardSetupId setup = begun(north(), ANA);
        stripe.pay(account, session(north(), setup), TestCard.VISA);
        String customer = Json.text(stripe.all(account, "customer").getFirst(), "id");
        client.v1().customers().delete(customer, on(account));

        CardSetup ended = reconciled(north(), ANA, setup);

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.failure()).isEqualTo("customer_gone");
        assertThat(ended.isDeclined()).isFalse();
        assertThat(ended.card()).isNull();
        assertThat(of(north(), ANA)).isEmpty();
    }

    @Test
    void aCardThatWasRemovedBeforeItWasReadIsNoSuccess() throws StripeException {
        String account = connect(north());
        CardSetupId setup = begun(north(), ANA);
        stripe.pay(account, session(north(), setup), TestCard.VISA);
        String method = Json.text(stripe.all(account, "payment_method").getFirst(), "id");
        client.v1().paymentMethods().detach(method, on(account));

        CardSetup ended = reconciled(north(), ANA, setup);

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.failure()).isEqualTo("card_gone");
    }

    @Test
    void aCardRemovedAtStripeIsGoneHereWhenItsEventComesOrTheListIsReadAgain() throws StripeException {
        String account = connect(north());
        add(north(), account, ANA, TestCard.VISA);
        String method = Json.text(stripe.all(account, "payment_method").getFirst(), "id");
        stripe.dropWebhooks();
        client.v1().paymentMethods().detach(method, on(account));

        assertThat(of(north(), ANA)).as("not heard of yet").hasSize(1);
        assertThat(in(north(), () -> cards.refresh(ANA))).isEmpty();
    }

    @Test
    void aCustomerDeletedAtStripeIsMadeAnew() throws StripeException {
        String account = connect(north());
        add(north(), account, ANA, TestCard.VISA);
        String customer = Json.text(stripe.all(account, "customer").getFirst(), "id");
        client.v1().customers().delete(customer, on(account));

        add(north(), account, ANA, TestCard.MASTERCARD);

        assertThat(of(north(), ANA)).extracting(SavedCard::title).containsExactly("Mastercard ending 4444");
    }

    @Test
    void aCardAboutToExpireSaysSo() {
        String account = connect(north());
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        CardSetupId setup = begun(north(), ANA);
        stripe.pay(account, session(north(), setup), new Entered(TestCard.VISA, now.plusMonths(1), false));
        reconciled(north(), ANA, setup);

        SavedCard card = of(north(), ANA).getFirst();

        assertThat(card.expiresSoon(now)).isTrue();
        assertThat(card.expiresSoon(now.minusMonths(1))).isFalse();
        assertThat(card.isExpired(now.plusMonths(1))).isFalse();
        assertThat(card.isExpired(now.plusMonths(2))).isTrue();
        assertThat(card.expiresSoon(now.plusMonths(2))).isFalse();
    }

    @Test
    void nobodySeesNorTouchesAnothersCard() {
        String account = connect(north());
        CardSetupId setup = begun(north(), ANA);
        stripe.pay(account, session(north(), setup), TestCard.VISA);
        assertThat(in(north(), () -> cards.reconcile(BEN, setup))).isEmpty();
        reconciled(north(), ANA, setup);
        CardId card = of(north(), ANA).getFirst().id();
        add(north(), account, BEN, TestCard.MASTERCARD);

        assertThat(of(north(), BEN)).extracting(SavedCard::title).containsExactly("Mastercard ending 4444");
        assertThat(in(north(), () -> cards.prefer(BEN, card))).isEqualTo(CardChange.NOT_FOUND);
        assertThat(in(north(), () -> cards.rename(BEN, card, "Mine"))).isEqualTo(CardChange.NOT_FOUND);
        assertThat(in(north(), () -> cards.remove(BEN, card))).isEqualTo(CardChange.NOT_FOUND);
        assertThat(of(north(), ANA)).extracting(SavedCard::id).containsExactly(card);
        assertThat(customers(account)).isEqualTo(2);
    }

    @Test
    void anotherClinicsPayerOfTheSameNumberHasNoneOfIt() {
        String north = connect(north());
        String south = connect(south());
        CardSetupId setup = begun(north(), ANA);
        stripe.pay(north, session(north(), setup), TestCard.VISA);
        reconciled(north(), ANA, setup);
        CardId card = of(north(), ANA).getFirst().id();
        add(south(), south, ANA, TestCard.MASTERCARD);

        assertThat(of(south(), ANA)).extracting(SavedCard::title).containsExactly("Mastercard ending 4444");
        assertThat(in(south(), () -> cards.reconcile(ANA, setup))).isEmpty();
        assertThat(in(south(), () -> cards.remove(ANA, card))).isEqualTo(CardChange.NOT_FOUND);
        assertThat(in(south(), () -> cards.prefer(ANA, card))).isEqualTo(CardChange.NOT_FOUND);
        assertThat(customers(north)).isEqualTo(1);
        assertThat(customers(south)).isEqualTo(1);
    }

    @Test
    void aClinicThatCannotChargeTakesNoCards() {
        assertThat(start(north(), ANA, Locale.UK)).isEqualTo(new Refused(Reason.CLINIC_CANNOT_CHARGE));
        assertThat(of(north(), ANA)).isEmpty();
    }

    @Test
    void theJobReadsTheCardsAgainLaterWhereStripeIsSilent() {
        String account = connect(north());
        add(north(), account, ANA, TestCard.VISA);
        String customer = Json.text(stripe.all(account, "customer").getFirst(), "id");
        forgetPointers();
        fail("GET /v1/customers/.*", Fault.ERROR_BEFORE);

        work(north(), CardsWork.KIND, customer);
        assertThat(pointers(north())).contains("stripe-cards:" + customer);

        forgetPointers();
        work(north(), CardsWork.KIND, customer);
        assertThat(pointers(north())).doesNotContain("stripe-cards:" + customer);
    }

    private CardSetupStart start(Tenant tenant, PayerRef payer, Locale locale) {
        return in(tenant, () -> cards.add(payer, URLS, locale));
    }

    private CardSetupId begun(Tenant tenant, PayerRef payer) {
        CardSetupStart start = start(tenant, payer, Locale.UK);
        assertThat(start).isInstanceOf(Redirect.class);
        return ((Redirect) start).setup();
    }

    private void add(Tenant tenant, String account, PayerRef payer, TestCard card) {
        CardSetupId setup = begun(tenant, payer);
        stripe.pay(account, session(tenant, setup), card);
        assertThat(reconciled(tenant, payer, setup).state()).isEqualTo(State.SUCCEEDED);
    }

    private CardSetup reconciled(Tenant tenant, PayerRef payer, CardSetupId setup) {
        return in(tenant, () -> cards.reconcile(payer, setup)).orElseThrow();
    }

    private List<SavedCard> of(Tenant tenant, PayerRef payer) {
        return in(tenant, () -> cards.of(payer));
    }

    private String session(Tenant tenant, CardSetupId setup) {
        return query(
                tenant,
                () -> data.sql("select session_id from __tenant__.card_setup where id = :id")
                        .param("id", setup.value())
                        .query(String.class)
                        .single());
    }

    private long customers(String account) {
        return stripe.all(account, "customer").size();
    }

    private static RequestOptions on(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }
}
