package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.card.CardCharge;
import io.anteroom.payments.card.CardPaymentStart;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.tenancy.Tenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The proof's paths, each as whoever walks it sees it. */
final class ProofWalks {

    private static final URI BACK = URI.create("http://north.localhost/payments/return");

    private ProofWalks() {}

    /** What is the same of all ways to pay. */
    abstract static class Paying extends ProofWalk {

        Paying(ProofBench test, PayableRef bill, Money amount) {
            super(test, bill, amount);
        }

        @Override
        long moved() {
            return charged();
        }

        @Override
        long credited() {
            return test.in(north(), () -> test.payments.of(bill)).stream()
                            .filter(each -> each.allocation() == Payables.Allocation.UNALLOCATED)
                            .mapToLong(each -> each.amount().minor())
                            .sum()
                    + credits().stream().mapToLong(Bills.Settled::minor).sum();
        }

        /** Every time money was credited for it. */
        List<Bills.Settled> credits() {
            return test.settled(north(), bill);
        }

        @Override
        boolean isOver() {
            return attempts().stream().allMatch(each -> each.state().isFinal());
        }

        /** Each attempt's page, that of one that is paid last. */
        @Override
        void look() {
            show(attempts().stream()
                    .map(each -> test.reconciled(north(), each.id()))
                    .toList());
        }

        final void show(List<Payment> now) {
            now.stream().filter(each -> !each.hasSucceeded()).forEach(this::told);
            now.stream().filter(Payment::hasSucceeded).forEach(this::told);
            if (now.isEmpty()) {
                told(Told.NOT_NOW);
            }
        }

        @Override
        void assertNotStuck() {
            Money due = test.due(bill);
            if (!test.isOpen(bill)) {
                assertThat(test.start(north(), bill, amount))
                        .isEqualTo(new CheckoutStart.Refused(CheckoutStart.Reason.NOT_OPEN));
                return;
            }
            assertThat(test.start(north(), bill, due))
                    .as("the rest can be paid")
                    .isInstanceOf(CheckoutStart.Redirect.class);
            assertThat(test.in(north(), () -> test.payments.withdraw(bill))).isEqualTo(Withdrawal.CLOSED);
        }

        final List<Payment> attempts() {
            return test.in(north(), () -> test.payments.of(bill));
        }

        static Tenant north() {
            return PaymentsFixture.north();
        }
    }

    /** Stripe's own page. */
    static class Checkout extends Paying {

        private static final CheckoutReturn OTHER_TAB = new CheckoutReturn(
                URI.create("http://north.localhost/payments/return?tab=2"),
                URI.create("http://north.localhost/payments/return?tab=2&left=true"));

        Checkout(ProofBench test, PayableRef bill, Money amount) {
            super(test, bill, amount);
        }

        @Override
        String request() {
            return PaymentsFixture.OPEN_PAGE;
        }

        @Override
        void click() {
            begun(test.start(north(), bill, amount));
        }

        @Override
        void otherTab() {
            begun(test.in(
                    north(),
                    () -> test.payments.startCheckout(bill, amount, OTHER_TAB, "payer@example.org", Locale.UK)));
        }

        @Override
        void openForm() {
            // The form names the bill and the amount, and is always the same.
        }

        @Override
        void elsewhere() {
            payOnEveryPage();
        }

        @Override
        void doneUnheard() {
            click();
            elsewhere();
        }
    }

    /** Stripe's own page for two bills at once, which count both or neither. */
    static final class Several extends Checkout {

        private Several(ProofBench test, PayableRef bundle, Money amount) {
            super(test, bundle, amount);
        }

        static Several of(ProofBench test, PayableRef like, Money total) {
            Money first = Money.of(3_450, total.currency().getCurrencyCode());
            PayableRef one = test.bill(north(), like.id() + "-1", first);
            PayableRef two = test.bill(north(), like.id() + "-2", total.minus(first));
            return new Several(test, test.query(north(), () -> test.bundles.add(like.id() + "-all", one, two)), total);
        }

        @Override
        PayableRef voided() {
            return test.in(north(), () -> test.bundles.parts(bill)).getLast();
        }

        /** All of them or none. */
        @Override
        List<Bills.Settled> credits() {
            List<Bills.Settled> all = test.in(north(), () -> test.bundles.parts(bill)).stream()
                    .flatMap(part -> test.settled(north(), part).stream())
                    .toList();
            assertThat(all.size()).as("credited to both or to none").isIn(0, 2);
            return all;
        }
    }

    /** A saved card, its owner there; past the bank where that asks. */
    static final class SavedCard extends Paying {

        private PaymentId form = new PaymentId(UUID.randomUUID());

        SavedCard(ProofBench test, PayableRef bill, Money amount) {
            super(test, bill, amount);
        }

        @Override
        String request() {
            return "POST /v1/payment_intents";
        }

        @Override
        void click() {
            send(form);
        }

        @Override
        void otherTab() {
            send(new PaymentId(UUID.randomUUID()));
        }

        @Override
        void openForm() {
            form = new PaymentId(UUID.randomUUID());
        }

        private void send(PaymentId sent) {
            come(test.in(
                    north(),
                    () -> test.savedCardPayments.pay(
                            CardCharge.of(sent, bill, amount), ProofBench.ANA, test.card(), BACK)));
        }

        private void come(CardPaymentStart start) {
            switch (start) {
                case CardPaymentStart.ToTheBank _ -> told(Told.GO_ON);
                case CardPaymentStart.Told(Payment payment) -> told(payment);
                case CardPaymentStart.Unknown _ -> told(Told.WAIT);
                case CardPaymentStart.Refused(CheckoutStart.Reason reason) -> refused(reason);
                case CardPaymentStart.NoSuchCard _, CardPaymentStart.NoConsent _ -> throw new AssertionError(start);
            }
        }

        /** Past the bank's check of each attempt, and on the page that somebody else may have opened. */
        @Override
        void elsewhere() {
            attempts()
                    .forEach(each -> test.intents(each.id()).stream()
                            .filter(intent -> Json.text(intent, "status").equals("requires_action"))
                            .forEach(intent -> test.stripe.finishCheck(test.account, Json.text(intent, "id"), true)));
            payOnEveryPage();
        }

        @Override
        void doneUnheard() {
            if (test.path() == ProofPath.BANK) {
                click();
                elsewhere();
            } else {
                super.doneUnheard();
            }
        }
    }

    /** A saved card, its owner away: charged by a member of staff, or by the worker as an instalment. */
    static final class Away extends Paying {

        private final String about;
        private final boolean derived;
        private int attempt = 1;
        private PaymentId form;

        Away(ProofBench test, PayableRef bill, Money amount, String about, boolean derived) {
            super(test, bill, amount);
            this.about = about;
            this.derived = derived;
            this.form = form();
        }

        private PaymentId form() {
            String due = about + " of " + bill.id() + ", instalment 1, attempt " + attempt;
            return new PaymentId(
                    derived ? UUID.nameUUIDFromBytes(due.getBytes(StandardCharsets.UTF_8)) : UUID.randomUUID());
        }

        @Override
        String request() {
            return "POST /v1/payment_intents";
        }

        /** The worker of a plan keeps no form: it works the id out again each time. */
        @Override
        void click() {
            send(derived ? form() : form);
        }

        @Override
        void otherTab() {
            send(new PaymentId(UUID.randomUUID()));
        }

        @Override
        void openForm() {
            attempt++;
            form = form();
        }

        private void send(PaymentId sent) {
            CardPaymentStart start = test.in(
                    north(),
                    () -> test.savedCardPayments.charge(CardCharge.of(sent, bill, amount), ProofBench.ANA, about));
            switch (start) {
                case CardPaymentStart.Told(Payment payment) -> told(payment);
                case CardPaymentStart.Unknown _ -> told(Told.WAIT);
                case CardPaymentStart.Refused(CheckoutStart.Reason reason) -> refused(reason);
                case CardPaymentStart.ToTheBank _, CardPaymentStart.NoSuchCard _, CardPaymentStart.NoConsent _ ->
                    throw new AssertionError(start);
            }
        }

        @Override
        void elsewhere() {
            payOnEveryPage();
        }

        /** Nobody comes back from anywhere: staff see what is known. */
        @Override
        void look() {
            show(attempts());
        }
    }
}
