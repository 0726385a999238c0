package io.anteroom.clinic.scheduling.deposit;

import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTestConfiguration;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.PayerAddress;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.AppointmentDesk;
import io.anteroom.clinic.scheduling.appointment.AppointmentState;
import io.anteroom.clinic.scheduling.appointment.Booking;
import io.anteroom.clinic.scheduling.appointment.DepositWork;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Practice;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.Payment;
import io.anteroom.payments.Payments;
import io.anteroom.payments.PaymentsConfiguration;
import io.anteroom.stripeemulator.EmulatorOptions;
import io.anteroom.stripeemulator.StripeEmulator;
import io.anteroom.stripeemulator.control.Control;
import io.anteroom.stripeemulator.objects.HostedCheckout;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A practice that asks for a deposit of 20 pounds, paid at the emulator; the namesake in the south asks for yen. */
@TenantTest(
        value = {AccessTestConfiguration.class, DepositFixture.Parts.class},
        properties = {
            "anteroom.access.code-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.messaging.from-address=clinics@anteroom.example",
            "anteroom.payments.secret-key=" + EmulatorOptions.SECRET_KEY,
            "anteroom.payments.platform-webhook-secret=whsec_platform_test",
            "anteroom.payments.connect-webhook-secret=whsec_connect_test",
            "anteroom.payments.retries=0"
        })
@ContextConfiguration(initializers = {TestDatabaseSettings.class, DepositFixture.ToEmulator.class})
abstract class DepositFixture {

    static final Money DEPOSIT = Money.of(2_000, "GBP");
    static final Actor.Staff ROSA = Clinic.ROSA;
    static final CheckoutReturn URLS = new CheckoutReturn(
            URI.create("https://north.anteroom.test/back"), URI.create("https://north.anteroom.test/back?left=true"));

    private static volatile Instant emulatorsNow = TestClock.START;
    private static final StripeEmulator EMULATOR = startEmulator();

    /** Deposits and payments, beside what {@link AccessTestConfiguration} has. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.anteroom.clinic.scheduling.deposit")
    @Import({PaymentsConfiguration.class, PayerAddress.class})
    static class Parts {}

    /** Points the client at the emulator. */
    static final class ToEmulator implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("anteroom.payments.api-base=" + EMULATOR.address())
                    .applyTo(context);
        }
    }

    @Autowired
    Clinic clinic;

    @Autowired
    Practice practice;

    @Autowired
    PatientBooking booking;

    @Autowired
    PatientAppointments appointments;

    @Autowired
    AppointmentDesk desk;

    @Autowired
    Deposits deposits;

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
    LocationId location = new LocationId(0);
    ServiceId service = new ServiceId(0);
    PractitionerId pia = new PractitionerId(0);

    private static StripeEmulator startEmulator() {
        try {
            return StripeEmulator.start(EmulatorOptions.defaults().by(() -> emulatorsNow));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void aPracticeThatAsksForADeposit() {
        emulatorsNow = clock.instant();
        stripe.heal();
        stripe.holdWebhooks();
        stripe.dropWebhooks();
        inSouth(() -> {
            connect();
            location = practice.location();
            service = practice.service(location);
            pia = practice.practitioner("Pia", service, location);
            clinic.run("update __tenant__.service set deposit_minor = 3000, currency = 'JPY'");
        });
        inNorth(() -> {
            account = connect();
            location = practice.location();
            service = practice.service(location);
            pia = practice.practitioner("Pia", service, location);
            clinic.run("update __tenant__.service set deposit_minor = 2000");
        });
    }

    private String connect() {
        onboarding.start(
                new OnboardingReturn(URI.create("http://app.localhost/done"), URI.create("http://app.localhost/again")),
                "owner@example.org");
        String connected = Objects.requireNonNull(onboarding.status().account());
        stripe.activate(connected);
        onboarding.refresh();
        stripe.dropWebhooks();
        return connected;
    }

    void later(Duration by) {
        clock.advance(by);
        emulatorsNow = clock.instant();
    }

    /** Holds a time and goes on to its deposit. */
    Reference waiting(VisibleChart chart, Instant start) {
        var held = (Holding.Held) booking.hold(chart, new WantedTime(service, pia, location, start), UUID.randomUUID());
        assertThat(booking.book(chart, held.reference(), null))
                .isEqualTo(new Booking.ToPay(held.reference(), clock.instant().plus(Duration.ofMinutes(30))));
        return held.reference();
    }

    Reference waiting(VisibleChart chart, String time) {
        return waiting(chart, Practice.at(time));
    }

    /** The same, paid and booked. */
    Reference booked(VisibleChart chart, String time) {
        var reference = waiting(chart, time);
        pays(chart, reference);
        reconciles(chart, reference);
        assertThat(state(chart, reference)).isEqualTo(AppointmentState.BOOKED);
        return reference;
    }

    /** Goes to the card page, and pays there. */
    void pays(VisibleChart chart, Reference reference) {
        assertThat(begins(chart, reference)).isInstanceOf(CheckoutStart.Redirect.class);
        payOnThePage(chart, reference);
    }

    CheckoutStart begins(VisibleChart chart, Reference reference) {
        return deposits.pay(find(chart, reference), URLS, chart.actor());
    }

    /** Pays on the newest page that was opened, whatever has become of it since. */
    HostedCheckout.@Nullable Paying payOnThePage(VisibleChart chart, Reference reference) {
        return page(chart, reference).stream()
                .findFirst()
                .map(page -> stripe.pay(account, page, TestCard.VISA))
                .orElse(null);
    }

    List<String> page(VisibleChart chart, Reference reference) {
        return Objects.requireNonNull(transaction.execute(_ -> data.sql("""
                        select session_id from __tenant__.payment
                         where payable_kind = 'deposit' and payable_id = :id and session_id is not null
                         order by created_at desc""")
                .param("id", find(chart, reference).id().toString())
                .query(String.class)
                .list()));
    }

    /** What the return page, a webhook and the job do. */
    void reconciles(VisibleChart chart, Reference reference) {
        deposits.reconcile(find(chart, reference));
    }

    void lapses(VisibleChart chart, Reference reference) {
        work(DepositWork.LAPSE, find(chart, reference).id().toString());
    }

    /** Whatever waits to be given back is. */
    void givesBack(VisibleChart chart, Reference reference) {
        work(DepositWork.RETURN, find(chart, reference).id().toString());
        attempts(chart, reference)
                .forEach(payment -> work("stripe-give-back", payment.id().toString()));
    }

    List<Payment> attempts(VisibleChart chart, Reference reference) {
        return payments.of(DepositRef.of(find(chart, reference).id()));
    }

    void work(String kind, String ref) {
        var handler = handlers.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        try {
            handler.handle(ref);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Appointment find(VisibleChart chart, Reference reference) {
        return appointments.in(chart).find(reference).orElseThrow();
    }

    AppointmentState state(VisibleChart chart, Reference reference) {
        return find(chart, reference).state();
    }

    DepositStanding.State deposit(VisibleChart chart, Reference reference) {
        return deposits.of(find(chart, reference)).orElseThrow().state();
    }

    /** What was charged less what was given back, in pence, by the emulator's books. */
    long kept() {
        return stripe.all(account, "charge").stream()
                .filter(charge -> charge.get("status").asString().equals("succeeded"))
                .mapToLong(charge -> charge.get("amount").asLong()
                        - charge.get("amount_refunded").asLong())
                .sum();
    }

    long charges() {
        return stripe.all(account, "charge").stream()
                .filter(charge -> charge.get("status").asString().equals("succeeded"))
                .count();
    }

    List<String> audited() {
        return Objects.requireNonNull(transaction.execute(_ -> data.sql(
                        "select action from __tenant__.audit_entry where subject_kind = 'appointment' order by id")
                .query(String.class)
                .list()));
    }

    /** The pointers that wait for the worker, as {@code kind:ref}. */
    List<String> pointers() {
        return control.sql("select substring(task_instance from 14) from control.scheduled_tasks where tenant_id = :id")
                .param("id", north().id().value())
                .query(String.class)
                .list();
    }
}
