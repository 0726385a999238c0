package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Cards as Stripe keeps them: never the number, only brand, last digits and expiry. */
final class PaymentMethods {

    private static final Map<String, TestCard> NAMED = Map.of(
            "pm_card_visa", TestCard.VISA,
            "pm_card_mastercard", TestCard.MASTERCARD,
            "pm_card_visa_chargeDeclined", TestCard.DECLINED,
            "pm_card_visa_chargeDeclinedInsufficientFunds", TestCard.INSUFFICIENT_FUNDS,
            "pm_card_chargeCustomerFail", TestCard.ATTACHES_THEN_DECLINES,
            "pm_card_authenticationRequired", TestCard.CHECK_ALWAYS);

    private final World world;

    PaymentMethods(World world) {
        this.world = world;
    }

    /** Keeps a card. */
    ObjectNode create(String account, TestCard card, Payer payer) {
        ObjectNode method = world.begin("payment_method", world.ids().next("pm"), Map.of())
                .put("type", "card")
                .put("allow_redisplay", "unspecified")
                .putNull("customer");
        method.set("billing_details", payer.billingDetails());
        method.set("card", card(card).put("fingerprint", world.ids().letters(16)));
        world.store().put(account, method);
        world.store().note(account, Json.text(method, "id")).put("card", card.name());
        return method;
    }

    /** Keeps a bank account to be debited. */
    ObjectNode createDebit(String account, Payer payer) {
        ObjectNode method = world.begin("payment_method", world.ids().next("pm"), Map.of())
                .put("type", "sepa_debit")
                .putNull("customer");
        method.set("billing_details", payer.billingDetails());
        method.putObject("sepa_debit")
                .put("bank_code", "37040044")
                .put("country", "DE")
                .put("last4", "3000")
                .put("fingerprint", world.ids().letters(16));
        world.store().put(account, method);
        return method;
    }

    /**
     * The payment method of that id, or a fresh one for one of Stripe's names for test cards.
     *
     * @throws StripeError if there is none
     */
    ObjectNode find(String account, String id) throws StripeError {
        TestCard named = NAMED.get(id);
        return named == null ? world.require(account, "payment_method", id) : create(account, named, Payer.NOBODY);
    }

    TestCard cardOf(String account, ObjectNode method) {
        String name = Json.text(world.store().note(account, Json.text(method, "id")), "card");
        return TestCard.valueOf(name);
    }

    /** What a charge tells of the card. */
    static ObjectNode card(TestCard card) {
        return Json.object()
                .put("brand", card.brand())
                .put("country", "US")
                .put("exp_month", 12)
                .put("exp_year", 2034)
                .put("funding", "credit")
                .put("last4", card.last4());
    }
}
