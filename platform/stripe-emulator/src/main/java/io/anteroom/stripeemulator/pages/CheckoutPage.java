package io.anteroom.stripeemulator.pages;

import static io.anteroom.stripeemulator.pages.Html.escape;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.objects.HostedCheckout;
import io.anteroom.stripeemulator.objects.HostedCheckout.Closed;
import io.anteroom.stripeemulator.objects.HostedCheckout.GoTo;
import io.anteroom.stripeemulator.objects.HostedCheckout.Stay;
import io.anteroom.stripeemulator.objects.TestCard;
import io.anteroom.stripeemulator.store.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The payment page: what is paid on one side, the card on the other. */
final class CheckoutPage {

    private final HostedCheckout checkout;

    CheckoutPage(HostedCheckout checkout) {
        this.checkout = checkout;
    }

    void routes(Routes routes) {
        routes.on("GET", "/pay/{account}/{session}", this::show)
                .on("POST", "/pay/{account}/{session}", this::pay)
                .on("POST", "/pay/{account}/{session}/saved", this::paySaved);
    }

    private static String account(Call call) {
        String account = call.variable("account");
        return account.equals("platform") ? "" : account;
    }

    private Reply show(Call call) throws StripeError {
        ObjectNode session = checkout.session(account(call), call.variable("session"));
        if (!Json.text(session, "status").equals("open")) {
            return closed(session);
        }
        String email = checkout.email(account(call), session);
        CardForm form = call.params()
                .text("card")
                .flatMap(TestCard::byNumber)
                .map(card -> CardForm.filled(email.isEmpty() ? "payer@example.org" : email, card))
                .orElse(CardForm.empty(email));
        return Html.page(
                200,
                title(call, session),
                body(call, session, form, Map.of(), checkout.lastDecline(account(call), session)));
    }

    private Reply pay(Call call) throws StripeError {
        String account = account(call);
        String id = call.variable("session");
        ObjectNode session = checkout.session(account, id);
        CardForm form = CardForm.of(call.params());
        Map<String, String> errors = form.errors(checkout.month());
        if (!errors.isEmpty() && !Json.text(session, "status").equals("open")) {
            return closed(session);
        }
        if (!errors.isEmpty()) {
            return Html.page(422, "Error: " + title(call, session), body(call, session, form, errors, ""));
        }
        HostedCheckout.Paying paying = form.byDebit()
                ? checkout.payByDebit(account, id, form.payer())
                : checkout.payByCard(account, id, form.entered(), form.payer());
        return after(paying, call, session, form);
    }

    private Reply paySaved(Call call) throws StripeError {
        String account = account(call);
        ObjectNode session = checkout.session(account, call.variable("session"));
        HostedCheckout.Paying paying = checkout.payBySaved(
                account, call.variable("session"), call.params().required("method"));
        return after(paying, call, session, CardForm.empty(checkout.email(account, session)));
    }

    private Reply after(HostedCheckout.Paying paying, Call call, ObjectNode session, CardForm form) {
        return switch (paying) {
            case GoTo(String address) -> Reply.seeOther(address);
            case Closed() -> closed(session);
            case Stay(String message) ->
                Html.page(402, "Error: " + title(call, session), body(call, session, form, Map.of(), message));
        };
    }

    private String title(Call call, ObjectNode session) {
        String merchant = checkout.merchant(account(call));
        return isSetup(session) ? "Save a card for " + merchant : "Pay " + amount(session) + " to " + merchant;
    }

    private static boolean isSetup(ObjectNode session) {
        return Json.text(session, "mode").equals("setup");
    }

    private static String amount(ObjectNode session) {
        return Html.amount(session.get("amount_total").asLong(), Json.text(session, "currency"));
    }

    private static Reply closed(ObjectNode session) {
        return Json.text(session, "status").equals("complete")
                ? Html.notice(
                        200,
                        isSetup(session) ? "Your card has been saved" : "This has been paid",
                        "You can close this page.",
                        Json.text(session, "success_url").replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id")),
                        "Go on")
                : Html.notice(
                        410,
                        "This payment page has closed",
                        "Nothing was charged. Go back and start again.",
                        Json.text(session, "cancel_url"),
                        "Go back");
    }

    private String body(Call call, ObjectNode session, CardForm form, Map<String, String> errors, String declined) {
        String merchant = checkout.merchant(account(call));
        String left = Json.text(session, "cancel_url");
        String back = left.isEmpty()
                ? ""
                : "<a class=\"back\" href=\"%s\">&larr; Back to %s</a>".formatted(escape(left), escape(merchant));
        boolean setup = isSetup(session);
        return """
            <div class="checkout">
            <section class="summary" aria-label="%s">
            %s
            <p class="merchant">%s</p>
            %s
            </section>
            <main class="card">
            <h1>%s</h1>
            %s
            %s
            %s
            </main>
            </div>
            """.formatted(
                        setup ? "What you save" : "What you pay",
                        back,
                        escape(merchant),
                        setup ? "<p>Your card is saved for later. Nothing is charged now.</p>" : sum(call, session),
                        setup ? "Save a card" : "Pay by card",
                        problem(errors, declined),
                        SavedCards.of(call.path(), checkout.saved(account(call), session)),
                        fields(call, session, form, errors));
    }

    private String sum(Call call, ObjectNode session) {
        return """
            <p class="total">%s</p>
            <p class="item"><span>%s</span> <span>%s</span></p>
            """.formatted(
                escape(amount(session)), escape(checkout.title(account(call), session)), escape(amount(session)));
    }

    private static String problem(Map<String, String> errors, String declined) {
        if (errors.isEmpty() && declined.isEmpty()) {
            return "";
        }
        String items = errors.entrySet().stream()
                .map(error -> "<li><a href=\"#%s\">%s</a></li>".formatted(error.getKey(), escape(error.getValue())))
                .collect(Collectors.joining());
        String what = declined.isEmpty()
                ? "<ul>" + items + "</ul>"
                : "<p>%s You have not been charged. Try another card.</p>".formatted(escape(declined));
        String heading = declined.isEmpty() ? "Check what you entered" : "The payment did not go through";
        return "<div class=\"problem\" role=\"alert\"><h2>%s</h2>%s</div>".formatted(heading, what);
    }

    private String fields(Call call, ObjectNode session, CardForm form, Map<String, String> errors) {
        return """
            <form method="post" action="%s" novalidate>
            %s
            %s
            <div class="pair">
            %s
            %s
            </div>
            %s
            %s
            <button class="button" name="by" value="card">%s</button>
            %s
            </form>
            %s
            """.formatted(
                        escape(call.path()),
                        Field.of("email", "Email", form.email(), "email", "email", errors),
                        Field.of("number", "Card number", form.number(), "cc-number", "numeric", errors),
                        Field.of("expiry", "Expires MM/YY", form.expiry(), "cc-exp", "numeric", errors),
                        Field.of("cvc", "Security code", form.cvc(), "cc-csc", "numeric", errors),
                        Field.of("name", "Name on card", form.name(), "cc-name", "text", errors),
                        checkout.offersToSave(session) ? SavedCards.box(form.save()) : "",
                        isSetup(session) ? "Save card" : "Pay " + escape(amount(session)),
                        debit(session),
                        cards(call));
    }

    private static String debit(ObjectNode session) {
        boolean offered = session.get("payment_method_types").values().stream()
                .anyMatch(type -> type.asString().equals("sepa_debit"));
        return offered
                ? "<button class=\"button plain\" name=\"by\" value=\"debit\">Pay by bank debit instead (takes days)</button>"
                : "";
    }

    private static String cards(Call call) {
        String rows = Arrays.stream(TestCard.values())
                .map(card -> "<li><a href=\"%s?card=%s\"><span class=\"number\">%s</span> %s</a></li>"
                        .formatted(escape(call.path()), card.number(), card.spaced(), escape(card.label())))
                .collect(Collectors.joining("\n"));
        return """
            <section class="cards" aria-labelledby="cards">
            <h2 id="cards">Test cards</h2>
            <p>Choose one to fill the form.</p>
            <ul>
            %s
            </ul>
            </section>
            """.formatted(rows);
    }
}
