package io.anteroom.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.payments.CheckoutStart.Redirect;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One thing is paid by a link in a mail, where nobody knows who pays, and by somebody signed in: charged once, whoever is quicker. */
class TwoWaysToPayTest extends PaymentsFixture {

    private static final Money DUE = Money.of(8450, "GBP");
    private static final CheckoutReturn BY_LINK = new CheckoutReturn(
            URI.create("http://north.localhost/pay/result"), URI.create("http://north.localhost/pay/result?left=true"));

    @Test
    void whoeverBeginsLastHasTheOnlyPage() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);
        PaymentId signedIn = begun(north(), bill, DUE);

        PaymentId byLink = ((Redirect) byLink(bill)).payment();
        assertThat(byLink).isNotEqualTo(signedIn);
        assertThat(((Redirect) byLink(bill)).payment()).as("a double click").isEqualTo(byLink);
        payEveryPage(account);

        assertThat(reconciled(north(), signedIn).state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(reconciled(north(), byLink).hasSucceeded()).isTrue();
        assertThat(charges(account)).isEqualTo(1);
        assertThat(settled(north(), bill)).hasSize(1);
        assertThat(start(north(), bill, DUE)).isEqualTo(new CheckoutStart.Refused(CheckoutStart.Reason.NOT_OPEN));
        assertThat(byLink(bill)).isEqualTo(new CheckoutStart.Refused(CheckoutStart.Reason.NOT_OPEN));
    }

    @Test
    void bothAtOnceAreChargedOnce() {
        String account = connect(north());
        PayableRef bill = bill(north(), "1", DUE);

        IntStream.range(0, 4)
                .mapToObj(click ->
                        CompletableFuture.supplyAsync(() -> click % 2 == 0 ? start(north(), bill, DUE) : byLink(bill)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(start(north(), bill, DUE)).isInstanceOf(Redirect.class);
        payEveryPage(account);

        List<Payment> attempts = in(north(), () -> payments.of(bill));
        attempts.forEach(attempt -> reconciled(north(), attempt.id()));
        assertThat(charges(account)).isEqualTo(1);
        assertThat(settled(north(), bill)).hasSize(1);
    }

    private CheckoutStart byLink(PayableRef bill) {
        return in(north(), () -> payments.startCheckout(bill, DUE, BY_LINK, null, Locale.UK));
    }

    /** Everybody who has a page, open or not any more, tries to pay on it. */
    private void payEveryPage(String account) {
        List.copyOf(stripe.all(account, "checkout.session"))
                .forEach(page -> stripe.pay(account, Json.text(page, "id"), TestCard.VISA));
    }
}
