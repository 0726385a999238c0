package io.anteroom.stripeemulator.pages;

import static io.anteroom.stripeemulator.pages.Html.escape;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.objects.HostedCheckout;

/** The bank's page, where a person says that it is them (3-D Secure). */
final class BankPage {

    private final HostedCheckout checkout;

    BankPage(HostedCheckout checkout) {
        this.checkout = checkout;
    }

    void routes(Routes routes) {
        routes.on("GET", "/bank/{account}/{intent}", this::show).on("POST", "/bank/{account}/{intent}", this::answer);
    }

    private static String account(Call call) {
        String account = call.variable("account");
        return account.equals("platform") ? "" : account;
    }

    private Reply show(Call call) {
        boolean saving = call.variable("intent").startsWith("seti_");
        return Html.page(200, "Your bank: is it you?", """
            <main class="narrow card">
            <p class="merchant">Test bank</p>
            <h1>%s %s?</h1>
            <p>A real bank would ask for a code or your fingerprint here.</p>
            <form method="post" action="%s">
            <button class="button" name="answer" value="yes">Yes, %s</button>
            <button class="button plain" name="answer" value="no">No, refuse it</button>
            </form>
            </main>
            """.formatted(
                        saving ? "Is it you who is saving a card for" : "Is it you who is paying",
                        escape(checkout.merchant(account(call))),
                        escape(call.path()),
                        saving ? "let the card be saved" : "approve the payment"));
    }

    private Reply answer(Call call) throws StripeError {
        boolean passed = call.params().required("answer").equals("yes");
        return Reply.seeOther(checkout.checked(account(call), call.variable("intent"), passed));
    }
}
