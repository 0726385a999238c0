package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.attempt.PaymentWork;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardSetup;
import io.anteroom.payments.card.CardSetupId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.Cards;
import io.anteroom.payments.card.PayerRef;
import io.anteroom.payments.card.SavedCardPayments;
import io.anteroom.payments.ledger.Ledger;
import io.anteroom.payments.ledger.LedgerAccount;
import io.anteroom.payments.reconciliation.StripeCheckWork;
import io.anteroom.payments.webhook.WebhookConfiguration;
import io.anteroom.stripeemulator.EmulatorOptions;
import io.anteroom.stripeemulator.StripeEmulator;
import io.anteroom.stripeemulator.control.Control;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.webhooks.Delivery;
import io.anteroom.stripeemulator.webhooks.Endpoint;
import io.anteroom.stripeemulator.webhooks.Endpoint.Scope;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two clinics with an account each on the emulator. Webhooks wait until a test sends them, and come to the real listener
 * over HTTP.
 */
@SpringBootTest(
        classes = PaymentsTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "anteroom.web.base-host=localhost",
            "anteroom.payments.secret-key=" + EmulatorOptions.SECRET_KEY,
            "anteroom.payments.platform-webhook-secret=whsec_platform_test",
            "anteroom.payments.connect-webhook-secret=whsec_connect_test",
            "anteroom.payments.retries=1"
        })
@ContextConfiguration(initializers = {TestDatabaseSettings.class, PaymentsFixture.ToEmulator.class})
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
abstract class PaymentsFixture {

    static final CheckoutReturn URLS = new CheckoutReturn(
            URI.create("http://north.localhost/payments/return"),
            URI.create("http://north.localhost/payments/return?left=true"));
    static final String OPEN_PAGE = "POST /v1/checkout/sessions";
    static final String LIST_PAGES = "GET /v1/checkout/sessions";
    static final String READ_PAGE = "GET /v1/checkout/sessions/.*";

    private static final StripeEmulator EMULATOR = startEmulator();
    private static final Set<Integer> PORTS_TOLD = new HashSet<>();

    /** Points the client at the emulator. */
    static final class ToEmulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("anteroom.payments.api-base=" + EMULATOR.address())
                    .applyTo(context);
        }
    }

    @Autowired
    Payments payments;

    @Autowired
    Onboarding onboarding;

    @Autowired
    Cards cards;

    @Autowired
    SavedCardPayments savedCardPayments;

    @Autowired
    Bills bills;

    @Autowired
    Bundles bundles;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient data;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    final Control stripe = EMULATOR.control();

    private static StripeEmulator startEmulator() {
        try {
            return StripeEmulator.start(EmulatorOptions.defaults().by(PaymentsTestApplication.CLOCK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void quiet() {
        bills.reset();
        stripe.heal();
        stripe.holdWebhooks();
        stripe.dropWebhooks();
        if (PORTS_TOLD.add(port)) {
            String here = "http://localhost:" + port;
            stripe.addEndpoint(Endpoint.of(
                    URI.create(here + WebhookConfiguration.PLATFORM), "whsec_platform_test", Scope.PLATFORM));
            stripe.addEndpoint(
                    Endpoint.of(URI.create(here + WebhookConfiguration.CONNECT), "whsec_connect_test", Scope.CONNECT));
        }
    }

    /** Said by tests that change rows behind the application's back: then the ledger need not be Stripe's afterwards. */
    boolean changedByHand;

    /** Whatever went wrong in a test: after a comparison the ledger says what Stripe says, and nothing differs but its name. */
    @AfterEach
    void theLedgerIsStripes() {
        stripe.heal();
        for (Tenant tenant : List.of(north(), south())) {
            String account = in(tenant, () -> onboarding.status()).account();
            if (account != null && !changedByHand) {
                work(tenant, StripeCheckWork.KIND, StripeCheckWork.NOW);
                assertThat(inTheLedger(tenant)).isEqualTo(atStripe(account));
            }
        }
    }

    /** What Stripe holds for the clinic by its ledger, by currency. */
    Map<String, Long> inTheLedger(Tenant tenant) {
        Map<String, Long> sums = new TreeMap<>();
        query(tenant, () -> ledger.balances()).stream()
                .filter(each -> each.account() == LedgerAccount.STRIPE)
                .forEach(each -> sums.put(
                        each.amount().currency().getCurrencyCode(),
                        each.amount().minor()));
        return sums;
    }

    /** What Stripe holds by its own sums, by currency. */
    Map<String, Long> atStripe(String account) {
        Map<String, Long> sums = new TreeMap<>();
        stripe.all(account, "balance_transaction").forEach(each -> {
            Money net = StripeAmount.money(each.get("net").asLong(), Json.text(each, "currency"));
            sums.merge(net.currency().getCurrencyCode(), net.minor(), Long::sum);
        });
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    <T> T in(Tenant tenant, Supplier<T> work) {
        return CurrentTenant.call(tenant, work::get);
    }

    <T> T query(Tenant tenant, Supplier<T> work) {
        return Objects.requireNonNull(in(tenant, () -> transaction.execute(_ -> work.get())));
    }

    /** Connects the clinic, all the way to where it can charge, and gives its account. */
    String connect(Tenant tenant) {
        return in(tenant, () -> {
            onboarding.start(
                    new OnboardingReturn(
                            URI.create("http://app.localhost/done"), URI.create("http://app.localhost/again")),
                    "owner@example.org");
            String account = Objects.requireNonNull(onboarding.status().account());
            stripe.activate(account);
            onboarding.refresh();
            stripe.dropWebhooks();
            return account;
        });
    }

    /** The requests go wrong for as long as one call lasts: Stripe's client asks again by itself after an error, not after a loss. */
    void fail(String request, Fault fault) {
        boolean lost = fault == Fault.LOST_BEFORE || fault == Fault.LOST_AFTER;
        stripe.fail(request, fault, lost ? 1 : 2);
    }

    PayableRef bill(Tenant tenant, String id, Money total) {
        return in(tenant, () -> bills.add(id, total));
    }

    CheckoutStart start(Tenant tenant, PayableRef ref, Money amount) {
        return in(tenant, () -> payments.startCheckout(ref, amount, URLS, "payer@example.org", Locale.UK));
    }

    PaymentId begun(Tenant tenant, PayableRef ref, Money amount) {
        CheckoutStart start = start(tenant, ref, amount);
        assertThat(start).isInstanceOf(CheckoutStart.Redirect.class);
        return ((CheckoutStart.Redirect) start).payment();
    }

    Payment reconciled(Tenant tenant, PaymentId id) {
        return in(tenant, () -> payments.reconcile(id)).orElseThrow();
    }

    Payment stored(Tenant tenant, PaymentId id) {
        return in(tenant, () -> payments.find(id)).orElseThrow();
    }

    String page(Tenant tenant, PaymentId id) {
        return query(
                tenant,
                () -> data.sql("select session_id from __tenant__.payment where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single());
    }

    void pay(Tenant tenant, String account, PaymentId id, TestCard card) {
        stripe.pay(account, page(tenant, id), card);
    }

    List<Bills.Settled> settled(Tenant tenant, PayableRef ref) {
        return query(tenant, () -> bills.settled(ref));
    }

    /** Does the payment's waiting work, as the worker would when its time has come. */
    void work(Tenant tenant, PaymentId id) {
        work(tenant, PaymentWork.KIND, id.toString());
    }

    /** Does one piece of waiting work. */
    void work(Tenant tenant, String kind, String ref) {
        WorkHandler handler = handlers.stream()
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

    /** The pointers that wait for the worker, as {@code kind:ref}. */
    List<String> pointers(Tenant tenant) {
        return control.sql("select substring(task_instance from 14) from control.scheduled_tasks where tenant_id = :id"
                        + " order by execution_time, task_instance")
                .param("id", tenant.id().value())
                .query(String.class)
                .list();
    }

    /** As though the worker had done what waits for it. */
    void forgetPointers() {
        control.sql("delete from control.scheduled_tasks").update();
    }

    Delivery waiting(String type) {
        return stripe.waiting().stream()
                .filter(delivery -> delivery.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Saves a card on Stripe's page, past its bank if that asks. */
    CardId save(Tenant tenant, String account, PayerRef payer, TestCard card) {
        CardSetupStart start = in(tenant, () -> cards.add(payer, URLS, Locale.UK));
        CardSetupId setup = ((CardSetupStart.Redirect) start).setup();
        String session = query(
                tenant,
                () -> data.sql("select session_id from __tenant__.card_setup where id = :id")
                        .param("id", setup.value())
                        .query(String.class)
                        .single());
        stripe.pay(account, session, card);
        var intent = stripe.all(account, "setup_intent").getFirst();
        if (Json.text(intent, "status").equals("requires_action")) {
            stripe.finishCheck(account, Json.text(intent, "id"), true);
        }
        CardSetup done = in(tenant, () -> cards.reconcile(payer, setup)).orElseThrow();
        stripe.dropWebhooks();
        return Objects.requireNonNull(done.card());
    }

    long charges(String account) {
        return stripe.all(account, "charge").stream()
                .filter(charge -> Json.text(charge, "status").equals("succeeded"))
                .count();
    }

    long pages(String account) {
        return stripe.all(account, "checkout.session").size();
    }

    void later(Duration by) {
        clock.advance(by);
    }

    static Tenant north() {
        return Tenants.north();
    }

    static Tenant south() {
        return Tenants.south();
    }
}
