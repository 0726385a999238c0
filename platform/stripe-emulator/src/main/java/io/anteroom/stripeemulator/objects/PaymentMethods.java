package io.anteroom.stripeemulator.objects;

import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Cards as Stripe keeps them: never the number, only brand, last digits and expiry; and whose they are. */
final class PaymentMethods {

    static final String KIND = "payment_method";

    /** When a card ends of which nothing is said. */
    static final YearMonth UNTIL = YearMonth.of(2034, 12);

    private static final String SET_UP = "set_up";
    private static final String SPENT = "spent";

    private final World world;

    PaymentMethods(World world) {
        this.world = world;
    }

    /** Keeps a card. */
    ObjectNode create(String account, TestCard card, YearMonth until, Payer payer) {
        ObjectNode method = begin(account, "card", payer);
        method.set("card", card(account, card, until));
        world.note(account, method).put("card", card.name());
        return method;
    }

    /** Keeps a bank account to be debited. */
    ObjectNode createDebit(String account, Payer payer) {
        ObjectNode method = begin(account, "sepa_debit", payer);
        method.putObject("sepa_debit")
                .put("bank_code", "37040044")
                .put("country", "DE")
                .put("last4", "3000")
                .put("fingerprint", fingerprint(account + "DE89370400440532013000"));
        return method;
    }

    private ObjectNode begin(String account, String type, Payer payer) {
        ObjectNode method = world.begin(KIND, world.ids().next("pm"), Map.of())
                .put("type", type)
                .put("allow_redisplay", "unspecified")
                .putNull("customer");
        method.set("billing_details", payer.billingDetails());
        world.store().put(account, method);
        return method;
    }

    /**
     * The payment method of that id, or a fresh one for one of Stripe's names for test cards.
     *
     * @throws StripeError if there is none
     */
    ObjectNode find(String account, String id) throws StripeError {
        Optional<TestCard> token = id.startsWith("pm_card_") ? TestCard.byToken(id) : Optional.empty();
        return token.isPresent()
                ? create(account, token.get(), UNTIL, Payer.NOBODY)
                : world.named(account, KIND, id, "payment_method");
    }

    /**
     * Lets a method pass that this customer, or nobody, may use now.
     *
     * @throws StripeError if it is somebody else's, or was used up
     */
    void usable(String account, ObjectNode method, String customer) throws StripeError {
        String owner = Json.text(method, "customer");
        String id = Json.text(method, "id");
        if (!owner.isEmpty() && customer.isEmpty()) {
            throw StripeError.invalid(
                    null,
                    "The PaymentMethod " + id + " belongs to the Customer " + owner
                            + ". Please include the Customer in the `customer` parameter.",
                    "payment_method");
        }
        if (!owner.isEmpty() && !owner.equals(customer)) {
            throw StripeError.invalid(
                    "resource_missing",
                    "The customer does not have a payment method with the ID " + id
                            + ". The payment method must be attached to the customer.",
                    "payment_method");
        }
        if (owner.isEmpty() && world.note(account, method).has(SPENT)) {
            throw usedUp();
        }
    }

    /**
     * Gives it to a customer.
     *
     * @throws StripeError if it cannot be saved: declined, used up, or somebody's already
     */
    void attach(String account, ObjectNode method, ObjectNode customer) throws StripeError {
        String owner = Json.text(method, "customer");
        String to = Json.text(customer, "id");
        if (owner.equals(to)) {
            return;
        }
        if (!owner.isEmpty()) {
            throw StripeError.refused(
                    null, "The payment method you provided has already been attached to a customer.", null);
        }
        if (world.note(account, method).has(SPENT)) {
            throw usedUp();
        }
        Optional<TestCard.Decline> decline = declineToSave(account, method);
        if (decline.isPresent()) {
            throw StripeError.card(
                    decline.get().code(),
                    decline.get().declineCode(),
                    decline.get().message());
        }
        keepFor(account, method, to);
    }

    /** Gives it to a customer, whatever it is. */
    void keepFor(String account, ObjectNode method, String customer) {
        if (!Json.text(method, "customer").equals(customer)) {
            method.put("customer", customer);
            world.tell(account, "payment_method.attached", method);
        }
    }

    /**
     * Takes it from its customer; it can never be used again.
     *
     * @throws StripeError if it is nobody's
     */
    void detach(String account, ObjectNode method) throws StripeError {
        String owner = Json.text(method, "customer");
        if (owner.isEmpty()) {
            throw StripeError.refused(
                    null,
                    "The payment method you provided is not attached to a customer so detachment is impossible.",
                    null);
        }
        method.putNull("customer");
        spend(account, method);
        ObjectNode customer = world.store().get(account, owner);
        if (customer != null && customer.get("invoice_settings") instanceof ObjectNode settings) {
            if (Json.text(settings, "default_payment_method").equals(Json.text(method, "id"))) {
                settings.putNull("default_payment_method");
                world.tell(account, "customer.updated", customer);
            }
        }
        world.tell(account, "payment_method.detached", method);
    }

    /** It was used, or let go: where it is nobody's, that was its only use. */
    void spend(String account, ObjectNode method) {
        world.note(account, method).put(SPENT, true);
    }

    /** The bank agreed that it is charged while the person is away. */
    void setUp(String account, ObjectNode method) {
        world.note(account, method).put(SET_UP, true);
    }

    boolean isSetUp(String account, ObjectNode method) {
        return world.note(account, method).has(SET_UP);
    }

    /** A customer's, newest first. */
    List<ObjectNode> of(String account, String customer) {
        return world.store().all(account, KIND).stream()
                .filter(method -> Json.text(method, "customer").equals(customer))
                .toList();
    }

    TestCard cardOf(String account, ObjectNode method) {
        return TestCard.valueOf(Json.text(world.note(account, method), "card"));
    }

    /** Why a card would be declined now: what its number stands for, or that its time is over. */
    Optional<TestCard.Decline> decline(String account, ObjectNode method) {
        return isOver(method)
                ? Optional.of(Declines.EXPIRED)
                : cardOf(account, method).decline();
    }

    /** Why it would be declined if somebody wished to save it. */
    Optional<TestCard.Decline> declineToSave(String account, ObjectNode method) {
        if (!Json.text(method, "type").equals("card")) {
            return Optional.empty();
        }
        return isOver(method)
                ? Optional.of(Declines.EXPIRED)
                : cardOf(account, method).declineToSave();
    }

    private boolean isOver(ObjectNode method) {
        YearMonth now = YearMonth.from(world.clock().now().atOffset(ZoneOffset.UTC));
        return YearMonth.of(
                        method.path("card").path("exp_year").asInt(),
                        method.path("card").path("exp_month").asInt())
                .isBefore(now);
    }

    private static StripeError usedUp() {
        return StripeError.refused(
                null,
                "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, or was"
                        + " detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you"
                        + " must attach it to a Customer first.",
                null);
    }

    private static ObjectNode card(String account, TestCard card, YearMonth until) {
        ObjectNode node = Json.object()
                .put("brand", card.brand())
                .put("country", "US")
                .put("display_brand", card.brand())
                .put("exp_month", until.getMonthValue())
                .put("exp_year", until.getYear())
                .put("fingerprint", fingerprint(account + card.number()))
                .put("funding", "credit")
                .putNull("generated_from")
                .put("last4", card.last4())
                .put("regulated_status", "unregulated")
                .putNull("wallet");
        node.putObject("checks")
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", card == TestCard.WRONG_CVC ? "fail" : "pass");
        node.putObject("networks").putNull("preferred").putArray("available").add(card.brand());
        node.putObject("three_d_secure_usage").put("supported", true);
        return node;
    }

    /** The same for the same number in the same account, and nothing by which the number could be told. */
    private static String fingerprint(String number) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
