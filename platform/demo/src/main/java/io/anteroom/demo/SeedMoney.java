package io.anteroom.demo;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceDraft;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceLine;
import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.clinic.billing.Sending;
import io.anteroom.clinic.billing.money.MoneyDesk;
import io.anteroom.clinic.billing.refund.InvoiceRefunds;
import io.anteroom.clinic.billing.refund.RefundReason;
import io.anteroom.clinic.billing.refund.RefundWish;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.CheckoutReturn;
import io.anteroom.payments.CheckoutStart;
import io.anteroom.payments.Money;
import io.anteroom.payments.PayableRef;
import io.anteroom.payments.PaymentId;
import io.anteroom.payments.Payments;
import io.anteroom.payments.refund.Refund;
import io.anteroom.payments.refund.RefundAsking;
import io.anteroom.stripeemulator.control.Control;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/**
 * What can happen to a clinic's money at Stripe: a payment of which a part was given back and the rest paid out, one that is
 * disputed, and one that the clinic took at its own till, which the comparison then names.
 */
final class SeedMoney {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final CheckoutReturn NOWHERE =
            new CheckoutReturn(URI.create("http://localhost/paid"), URI.create("http://localhost/left"));

    private final Billing billing;
    private final InvoiceDesk desk;
    private final InvoiceRefunds refunds;
    private final MoneyDesk money;
    private final Payments payments;
    private final StripeClient client;
    private final Control stripe;
    private final SeedClinic clinic;
    private final String account;
    private final Actor.Staff owner;
    private final LocalDate today;

    SeedMoney(BeanFactory application, Control stripe, SeedClinic clinic, String account, Actor.Staff owner) {
        this.billing = application.getBean(Billing.class);
        this.desk = application.getBean(InvoiceDesk.class);
        this.refunds = application.getBean(InvoiceRefunds.class);
        this.money = application.getBean(MoneyDesk.class);
        this.payments = application.getBean(Payments.class);
        this.client = application.getBean(StripeClient.class);
        this.stripe = stripe;
        this.clinic = clinic;
        this.account = account;
        this.owner = owner;
        this.today = LocalDate.ofInstant(
                application.getBean(Clock.class).instant(), CurrentTenant.get().zone());
    }

    void put(PatientId patient) throws InterruptedException {
        InvoiceId course = invoice(patient, "Course of six sessions", 6 * clinic.unitMinor());
        giveBack(course, pay(course, TestCard.AT_ONCE), clinic.unitMinor());
        stripe.money().payOut(account).forEach(payout -> stripe.money().arrivePayout(account, payout));
        pay(invoice(patient, "Assessment at home", 2 * clinic.unitMinor()), TestCard.VISA);
        stripe.money().openDispute(account, charge(), "product_not_received");
        takeAtTheTill(clinic.unitMinor() / 5);
        money.compare(owner);
    }

    private InvoiceId invoice(PatientId patient, String what, long minor) {
        var line = new InvoiceLine(what, BigDecimal.ONE, minor, 0);
        InvoiceId invoice = billing.draft(patient, new InvoiceDraft(today.plusDays(14), "", List.of(line)), owner);
        require(billing.send(invoice, owner) instanceof Sending.Sent, "an invoice");
        return invoice;
    }

    private PaymentId pay(InvoiceId invoice, TestCard card) {
        InvoiceView view = find(invoice);
        CheckoutStart start = payments.startCheckout(
                new PayableRef("invoice", invoice.toString()),
                new Money(view.dueMinor(), view.currency()),
                NOWHERE,
                null,
                Locale.UK);
        if (!(start instanceof CheckoutStart.Redirect(PaymentId payment, URI _))) {
            throw new IllegalStateException("The demo could not begin a payment: " + start);
        }
        stripe.pay(account, Json.text(stripe.all(account, "checkout.session").getFirst(), "id"), card);
        require(payments.reconcile(payment).orElseThrow().hasSucceeded(), "a payment");
        return payment;
    }

    /** The worker does it; what is paid out afterwards is less by it, if it came to that in time. */
    private void giveBack(InvoiceId invoice, PaymentId payment, long minor) throws InterruptedException {
        var wish = new RefundWish(
                UUID.randomUUID(),
                payment,
                minor,
                refunds.seen(payment),
                RefundReason.NOT_GIVEN.words() + ": one session was cancelled by us");
        require(refunds.ask(find(invoice), wish, owner) instanceof RefundAsking.Asked, "a refund");
        for (long waited = 0; waited < PATIENCE.toMillis() && isUnderWay(invoice); waited += 100) {
            Thread.sleep(100);
        }
    }

    private boolean isUnderWay(InvoiceId invoice) {
        return refunds.of(find(invoice)).stream().anyMatch(refund -> refund.state() == Refund.State.ASKED);
    }

    private void takeAtTheTill(long minor) {
        try {
            client.v1()
                    .paymentIntents()
                    .create(
                            PaymentIntentCreateParams.builder()
                                    .setAmount(minor)
                                    .setCurrency(clinic.currency().toLowerCase(Locale.ROOT))
                                    .addPaymentMethodType("card")
                                    .setPaymentMethod("pm_card_visa")
                                    .setConfirm(true)
                                    .build(),
                            RequestOptions.builder().setStripeAccount(account).build());
        } catch (StripeException e) {
            throw new IllegalStateException("The demo could not take money at the till", e);
        }
    }

    /** The newest one's. */
    private String charge() {
        return Json.text(stripe.all(account, "charge").getFirst(), "id");
    }

    private InvoiceView find(InvoiceId invoice) {
        return desk.find(invoice).orElseThrow();
    }

    private static void require(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException("The demo could not make " + what);
        }
    }
}
