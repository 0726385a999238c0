package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.CheckoutStart.Reason;
import io.anteroom.payments.CheckoutStart.Redirect;
import io.anteroom.payments.CheckoutStart.Refused;
import io.anteroom.stripeemulator.http.Fault;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * One wish on its way: the form that a person has before them and sends, what they do elsewhere, and how they come back.
 * Whatever they are told is held against what Stripe holds at that moment.
 */
abstract class ProofWalk {

    /** What a person can be told. */
    enum Told {
        /** It is paid; of a refund, it is given back. */
        DONE,
        /** This attempt came to nothing, and never will. */
        NOT_DONE,
        /** Go on at Stripe, or at the bank. */
        GO_ON,
        /** It is not known yet, or under way. */
        WAIT,
        /** There is nothing to pay any more, or more was given back since. */
        NOTHING_LEFT,
        /** Not now: nothing was begun by this click. */
        NOT_NOW
    }

    private static final CheckoutReturn BY_LINK = new CheckoutReturn(
            URI.create("http://north.localhost/pay/result"), URI.create("http://north.localhost/pay/result?left=true"));

    final ProofBench test;
    final PayableRef bill;
    final Money amount;

    private final Set<String> pages = ConcurrentHashMap.newKeySet();
    private final Set<PaymentId> saidToBeNothing = ConcurrentHashMap.newKeySet();
    private volatile Told last = Told.WAIT;

    ProofWalk(ProofBench test, PayableRef bill, Money amount) {
        this.test = test;
        this.bill = bill;
        this.amount = amount;
    }

    /** What Stripe is asked for. */
    abstract String request();

    /** Sends the form, once more if it was sent before. */
    abstract void click();

    /** Sends a form from another tab, opened when this one was. */
    abstract void otherTab();

    /** The next click is on a form opened now. */
    abstract void openForm();

    /** What is done where the person was sent, or by the worker of whom they asked it. */
    abstract void elsewhere();

    /** The person looks what became of it: on the return page where there is one. */
    abstract void look();

    /** What Stripe moved. */
    abstract long moved();

    /** What our books say was moved. */
    abstract long credited();

    /** Whether nothing is under way any more. */
    abstract boolean isOver();

    /** Whoever wants more of the same now can have it, or is told why there is nothing more. */
    abstract void assertNotStuck();

    /** Somebody else at another device wants the same, by the link in the mail. */
    void otherDevice() {
        CheckoutStart start =
                test.in(ProofBench.north(), () -> test.payments.startCheckout(bill, amount, BY_LINK, null, Locale.UK));
        begun(start);
    }

    /** What a clinic may make void meanwhile: the bill, or one of those that are paid at once. */
    PayableRef voided() {
        return bill;
    }

    /** The bill is not to be paid any more, and the page is closed first, as clinics' invoices do it. */
    final void voidBill() {
        if (test.in(ProofBench.north(), () -> test.payments.withdraw(voided())) == Withdrawal.CLOSED) {
            voidBillAtOnce();
        }
    }

    /** The bill is not to be paid any more, whatever is open. */
    final void voidBillAtOnce() {
        test.in(ProofBench.north(), () -> {
            test.bills.withdraw(voided());
            return 0;
        });
    }

    /** All of it, as it goes where nothing goes wrong. */
    final void walk() {
        click();
        elsewhere();
        look();
    }

    /** A minute later it is gone on with, by a new form where the old one came to nothing. */
    final void goOn() {
        test.later(Duration.ofMinutes(1));
        if (last == Told.NOT_DONE) {
            openForm();
        }
        click();
        if (last == Told.NOT_DONE) {
            openForm();
            click();
        }
        elsewhere();
        look();
    }

    /** It is done at Stripe, and we have not heard of it. */
    void doneUnheard() {
        test.fail(request(), Fault.LOST_AFTER);
        click();
        test.stripe.heal();
    }

    /** What was said last. */
    final Told last() {
        return last;
    }

    final void begun(CheckoutStart start) {
        switch (start) {
            case Redirect(PaymentId _, URI page) -> {
                pages.add(page.toString());
                told(Told.GO_ON);
            }
            case Refused(Reason reason) -> refused(reason);
        }
    }

    final void refused(Reason reason) {
        switch (reason) {
            case NOT_OPEN -> told(Told.NOTHING_LEFT);
            case BEING_PROCESSED -> told(Told.WAIT);
            case CLINIC_CANNOT_CHARGE, TRY_AGAIN, MORE_THAN_DUE -> told(Told.NOT_NOW);
            case NOT_POSITIVE, OTHER_CURRENCY, NOT_CHARGEABLE -> throw new AssertionError(reason);
        }
    }

    final void told(Payment payment) {
        switch (payment.state()) {
            case SUCCEEDED -> told(Told.DONE);
            case FAILED, EXPIRED -> {
                assertThat(test.charged(payment.id()))
                        .as("charged by the attempt that came to nothing")
                        .isZero();
                saidToBeNothing.add(payment.id());
                told(Told.NOT_DONE);
            }
            case OPEN -> told(Told.GO_ON);
            case CREATED, PROCESSING -> told(Told.WAIT);
        }
    }

    final void told(Told now) {
        if (now == Told.DONE) {
            assertThat(moved()).as("moved at Stripe when it was said to be").isPositive();
        }
        if (now == Told.NOTHING_LEFT) {
            assertThat(moved() > 0 || !test.isOpen(bill))
                    .as("that nothing is left was true")
                    .isTrue();
        }
        last = now;
    }

    /** The four things that hold after whatever happened. */
    final void assertTrue() {
        assertThat(moved()).as("moved at Stripe: once or not at all").isIn(0L, amount.minor());
        assertThat(credited()).as("in our books").isEqualTo(moved());
        assertThat(isOver()).as("nothing is under way").isTrue();
        saidToBeNothing.forEach(attempt -> assertThat(test.charged(attempt))
                .as("charged by what was said to have come to nothing")
                .isZero());
        test.in(ProofBench.north(), () -> test.payments.of(bill))
                .forEach(attempt -> assertThat(attempt.hasSucceeded())
                        .as("what the payment's page says")
                        .isEqualTo(test.charged(attempt.id()) > 0));
        look();
        if (moved() > 0) {
            assertThat(last).as("told in the end").isIn(Told.DONE, Told.NOTHING_LEFT);
        } else {
            assertThat(last).as("told in the end").isIn(Told.NOT_DONE, Told.NOT_NOW, Told.NOTHING_LEFT);
        }
    }

    /** What was charged for the bill. */
    final long charged() {
        return test.stripe.all(test.account, "charge").stream()
                .filter(charge -> Json.text(charge, "status").equals("succeeded"))
                .filter(charge -> Json.text(charge, "description").equals("Invoice " + bill.id()))
                .mapToLong(charge -> charge.get("amount").asLong())
                .sum();
    }

    /** Everybody who was sent to a page of Stripe's for the bill pays on it, also on one that is closed by now. */
    final void payOnEveryPage() {
        for (ObjectNode page : List.copyOf(test.stripe.all(test.account, "checkout.session"))) {
            if (pages.contains(page.path("url").asString(""))) {
                test.stripe.pay(test.account, Json.text(page, "id"), TestCard.VISA);
            }
        }
    }
}
