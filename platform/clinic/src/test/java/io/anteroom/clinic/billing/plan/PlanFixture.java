package io.anteroom.clinic.billing.plan;

import static io.anteroom.testing.Tenants.north;
import static io.anteroom.testing.Tenants.south;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.BillingSlice;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.card.AccountPayer;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Section;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.Payments;
import io.anteroom.payments.PaymentsConfiguration;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.CardSetupStart;
import io.anteroom.payments.card.Cards;
import io.anteroom.stripeemulator.EmulatorOptions;
import io.anteroom.stripeemulator.StripeEmulator;
import io.anteroom.stripeemulator.control.Control;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Two clinics with an account each at the emulator; in the north Anna, who keeps a card and has an invoice of 90 pounds. */
@TenantTest(
        value = {BillingSlice.class, MessagingConfiguration.class, PlanFixture.Parts.class},
        properties = {
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.messaging.from-address=no-reply@anteroom.test",
            "anteroom.access.code-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.web.scheme=https",
            "anteroom.web.base-host=anteroom.test",
            "anteroom.payments.secret-key=" + EmulatorOptions.SECRET_KEY,
            "anteroom.payments.platform-webhook-secret=whsec_platform_test",
            "anteroom.payments.connect-webhook-secret=whsec_connect_test",
            "anteroom.payments.retries=0"
        })
@ContextConfiguration(initializers = {TestDatabaseSettings.class, PlanFixture.ToEmulator.class})
abstract class PlanFixture {

    static final Actor.Staff STAFF = new Actor.Staff("staff-1", "Robin Desk");
    static final String CHARGE = "POST /v1/payment_intents";

    /** The Monday after the tests' first day, a Saturday. */
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static volatile Instant emulatorsNow = TestClock.START;
    private static final StripeEmulator EMULATOR = startEmulator();

    /** Payments at the emulator, beside all of the clinic. */
    @Configuration(proxyBeanMethods = false)
    @Import(PaymentsConfiguration.class)
    static class Parts {

        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    /** Points the client at the emulator. */
    static final class ToEmulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("anteroom.payments.api-base=" + EMULATOR.address())
                    .applyTo(context);
        }
    }

    @Autowired
    PlanDesk desk;

    @Autowired
    PatientPlans plans;

    @Autowired
    Billing billing;

    @Autowired
    InvoiceDesk invoices;

    @Autowired
    PortalSetup setup;

    @Autowired
    Charts charts;

    @Autowired
    Cards cards;

    @Autowired
    Payments payments;

    @Autowired
    Onboarding onboarding;

    @Autowired
    List<WorkHandler> handlers;

    @Autowired
    JdbcClient data;

    @Autowired
    @Qualifier("control")
    JdbcClient control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    final Control stripe = EMULATOR.control();

    String account = "";
    AccountId anna = new AccountId(0);
    InvoiceId invoice = new InvoiceId(0);

    private static StripeEmulator startEmulator() {
        try {
            return StripeEmulator.start(EmulatorOptions.defaults().by(() -> emulatorsNow));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void annaHasAnInvoice() {
        emulatorsNow = clock.instant();
        stripe.heal();
        stripe.holdWebhooks();
        stripe.dropWebhooks();
        in(south(), () -> furnish(9_000));
        in(north(), () -> {
            account = furnish(9_000);
            anna = new AccountId(1);
            invoice = new InvoiceId(1);
            return 0;
        });
    }

    /** A patient with an account, and an invoice; each clinic's have the same numbers. */
    private String furnish(long due) {
        onboarding.start(
                new OnboardingReturn(URI.create("http://app.localhost/done"), URI.create("http://app.localhost/again")),
                "owner@example.org");
        String connected = Objects.requireNonNull(onboarding.status().account());
        stripe.activate(connected);
        onboarding.refresh();
        stripe.dropWebhooks();
        offering(EnumSet.allOf(Section.class));
        sql(
                "insert into __tenant__.patient (version, given_name, family_name, birth_date, family_key, given_key, search,"
                        + " created_at, changed_at, changed_by, email)"
                        + " values (0, 'Anna', 'Lee', '1980-03-27', 'lee', 'anna', '', now(), now(), 'test', 'lee@example.org')");
        account("anna@example.org", "full", "money");
        billing.send(
                billing.draft(
                        new PatientId(1),
                        new InvoiceDraft(
                                LocalDate.of(2026, 12, 5),
                                "",
                                List.of(new InvoiceLine("Consultation", BigDecimal.ONE, due, 0))),
                        STAFF),
                STAFF);
        return connected;
    }

    /** One more account that sees patient 1. */
    AccountId account(String address, String level, String scope) {
        long id = Objects.requireNonNull(transaction.execute(
                _ -> data.sql("insert into __tenant__.portal_account (created_at) values (now()) returning id")
                        .query(Long.class)
                        .single()));
        sql(
                "insert into __tenant__.access_grant (account_id, patient_id, relationship, level, scope, granted_at, granted_by)"
                        + " values (" + id + ", 1, '" + (id == 1 ? "self" : "carer") + "', '" + level + "', '{" + scope
                        + "}', now(), 'test')");
        sql("insert into __tenant__.credential (account_id, channel, value, added_at, added_by, verified_at)"
                + " values (" + id + ", 'email', '" + address + "', now(), 'test', now())");
        return new AccountId(id);
    }

    void offering(EnumSet<Section> sections) {
        PortalDesign plain = PortalDesign.plain(CurrentTenant.get().name());
        setup.publish(
                STAFF,
                new PortalDesign(plain.name(), plain.main(), plain.accent(), "", "", "", "", "", null, sections));
        setup.switchTo(STAFF, true);
    }

    <T> T in(Tenant tenant, Supplier<T> work) {
        return CurrentTenant.call(tenant, work::get);
    }

    void sql(String statement) {
        transaction.executeWithoutResult(_ -> data.sql(statement).update());
    }

    List<String> texts(String query) {
        return in(
                north(),
                () -> Objects.requireNonNull(transaction.execute(
                        _ -> data.sql(query).query(String.class).list())));
    }

    VisibleChart chart(AccountId who) {
        return charts.visibleTo(
                new Viewer(who, new SessionId(1), clock.instant().plus(Duration.ofHours(1)), new PatientId(1), null));
    }

    InvoiceView view() {
        return invoices.find(invoice).orElseThrow();
    }

    /** Saves a card on Stripe's page, past its bank if that asks. */
    CardId save(AccountId who, TestCard card) {
        var urls = new CheckoutReturn(
                URI.create("https://north.anteroom.test/back"), URI.create("https://north.anteroom.test/left"));
        var payer = AccountPayer.of(who);
        var setupId = ((CardSetupStart.Redirect) cards.add(payer, urls, Locale.UK)).setup();
        String session = Objects.requireNonNull(
                transaction.execute(_ -> data.sql("select session_id from __tenant__.card_setup where id = :id")
                        .param("id", setupId.value())
                        .query(String.class)
                        .single()));
        stripe.pay(account, session, card);
        var intent = stripe.all(account, "setup_intent").getFirst();
        if (intent.get("status").asString().equals("requires_action")) {
            stripe.finishCheck(account, intent.get("id").asString(), true);
        }
        stripe.dropWebhooks();
        return Objects.requireNonNull(
                cards.reconcile(payer, setupId).orElseThrow().card());
    }

    /** Three instalments of 30 pounds: on Monday and the two after it. */
    PlanId offer() {
        var offered = desk.offer(
                view(), UUID.randomUUID(), new PlanTerms(3, MONDAY, PlanRhythm.WEEKLY), view().dueMinor(), STAFF);
        assertThat(offered).isInstanceOf(Offering.Offered.class);
        return ((Offering.Offered) offered).plan();
    }

    boolean accept(AccountId who, PlanId plan, CardId card) {
        String words =
                plans.wording(chart(who), view(), plan(), card).orElseThrow().text();
        return plans.accept(chart(who), view(), plan, card, words);
    }

    /** The plan accepted with that card of Anna's. */
    PlanId running(TestCard card) {
        PlanId plan = offer();
        assertThat(accept(anna, plan, save(anna, card))).isTrue();
        see(plan);
        return plan;
    }

    PaymentPlan plan() {
        return plans.of(view()).orElseThrow();
    }

    InstalmentState state(int number) {
        return plan().instalment(number).orElseThrow().state();
    }

    /** Ten o'clock in London, that many days after Monday. */
    void tenOn(int daysAfterMonday) {
        at(MONDAY.plusDays(daysAfterMonday).atTime(10, 0).atZone(north().zone()).toInstant());
    }

    void at(Instant then) {
        clock.set(then);
        emulatorsNow = then;
    }

    /** What the worker does when the plan's time has come, and once more. */
    void see(PlanId plan) {
        control.sql("delete from control.scheduled_tasks where tenant_id = :id")
                .param("id", north().id().value())
                .update();
        work(PlanWork.KIND, plan.toString());
        work(PlanWork.KIND, plan.toString());
    }

    void work(String kind, String ref) {
        try {
            handlers.stream()
                    .filter(each -> each.kind().equals(kind))
                    .findFirst()
                    .orElseThrow()
                    .handle(ref);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What Stripe charged, in pence, each charge that succeeded. */
    List<Long> charged() {
        return stripe.all(account, "charge").stream()
                .filter(charge -> charge.get("status").asString().equals("succeeded"))
                .map(charge -> charge.get("amount").asLong())
                .toList();
    }

    List<String> audited() {
        return texts("select action from __tenant__.audit_entry where action like 'plan%' order by id");
    }

    /** Who was written to about the plan, and what. */
    List<String> mails() {
        return texts("select split_part(about_ref, ':', 2) || ' ' || recipient from __tenant__.message"
                + " where about_kind = 'payment-plan' order by created_at, id");
    }

    /** When the worker looks at the plan next. */
    List<Instant> waking(PlanId plan) {
        return control
                .sql("select execution_time from control.scheduled_tasks where tenant_id = :id"
                        + " and substring(task_instance from 14) = :ref")
                .param("id", north().id().value())
                .param("ref", PlanWork.KIND + ":" + plan)
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }
}
