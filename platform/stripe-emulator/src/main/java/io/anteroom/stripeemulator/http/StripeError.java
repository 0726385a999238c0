package io.anteroom.stripeemulator.http;

import io.anteroom.stripeemulator.store.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A refusal, as Stripe words it: a status and an {@code error} object. */
public final class StripeError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode error;

    private StripeError(int status, String type, @Nullable String code, String message, @Nullable String param) {
        super(message);
        this.status = status;
        this.error = Json.object().put("type", type).put("message", message);
        if (code != null) {
            error.put("code", code);
        }
        if (param != null) {
            error.put("param", param);
        }
    }

    /** 400: the request is wrong in itself, or not now. */
    public static StripeError invalid(@Nullable String code, String message, @Nullable String param) {
        return new StripeError(400, "invalid_request_error", code, message, param);
    }

    /** 404: no such object in that account. */
    public static StripeError missing(String object, String id) {
        return new StripeError(
                404, "invalid_request_error", "resource_missing", "No such " + object + ": '" + id + "'", "id");
    }

    /** 401: no key, or not ours. */
    public static StripeError unauthorized() {
        return new StripeError(401, "invalid_request_error", null, "Invalid API Key provided", null);
    }

    /** 403: a connected account that this platform has nothing to do with. */
    public static StripeError noAccess(String account) {
        return new StripeError(
                403,
                "invalid_request_error",
                "account_invalid",
                "The provided key does not have access to account '" + account
                        + "' (or that account does not exist). Application access may have been revoked.",
                null);
    }

    /** 404: an address that is not one of the API's. */
    public static StripeError unknownRoute(String method, String path) {
        return new StripeError(
                404, "invalid_request_error", null, "Unrecognized request URL (" + method + ": " + path + ").", null);
    }

    /** 400: the key was used before with something else. */
    public static StripeError keyReused() {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.",
                null);
    }

    /** 409: the first request with this key is still going on. */
    public static StripeError keyInUse() {
        return new StripeError(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key.",
                null);
    }

    /** 500: something broke on Stripe's side. */
    public static StripeError broken() {
        return new StripeError(500, "api_error", null, "An unknown error occurred", null);
    }

    /** 402: the card was refused; carries the payment intent as it now is. */
    public static StripeError card(String code, String declineCode, String message, ObjectNode paymentIntent) {
        var refusal = new StripeError(402, "card_error", code, message, null);
        refusal.error.put("decline_code", declineCode);
        refusal.error.set("payment_intent", paymentIntent);
        return refusal;
    }

    /** Whether it is what came of doing it, a declined card, and not a refusal to begin; an idempotency key keeps it. */
    boolean isOutcome() {
        return status == 402;
    }

    /** The answer that says so. */
    public Reply reply() {
        return Reply.json(status, Json.object().set("error", error));
    }
}
