package io.anteroom.stripeemulator.http;

import io.anteroom.stripeemulator.store.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A refusal, as Stripe words it: a status and an {@code error} object. */
public final class StripeError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean outcome;
    private final transient ObjectNode error;

    private StripeError(
            int status, boolean outcome, String type, @Nullable String code, String message, @Nullable String param) {
        super(message);
        this.status = status;
        this.outcome = outcome;
        this.error = Json.object().put("type", type).put("message", message);
        if (code != null) {
            error.put("code", code);
        }
        if (param != null) {
            error.put("param", param);
        }
    }

    /** 400: the request is wrong in itself. An idempotency key does not keep it. */
    public static StripeError invalid(@Nullable String code, String message, @Nullable String param) {
        return new StripeError(400, false, "invalid_request_error", code, message, param);
    }

    /**
     * 400: the request is well formed, but not as things stand now. Stripe began to do it, so an idempotency key keeps
     * it.
     */
    public static StripeError refused(@Nullable String code, String message, @Nullable String param) {
        return new StripeError(400, true, "invalid_request_error", code, message, param);
    }

    /** 404: no such object in that account. */
    public static StripeError missing(String object, String id) {
        return new StripeError(
                404, false, "invalid_request_error", "resource_missing", "No such " + object + ": '" + id + "'", "id");
    }

    /** 400: a parameter names an object that is not in that account. */
    public static StripeError missing(String object, String id, String param) {
        return invalid("resource_missing", "No such " + object + ": '" + id + "'", param);
    }

    /** 401: no key, or not ours. */
    public static StripeError unauthorized() {
        return new StripeError(401, false, "invalid_request_error", null, "Invalid API Key provided", null);
    }

    /** 403: a connected account that this platform has nothing to do with. */
    public static StripeError noAccess(String account) {
        return new StripeError(
                403,
                false,
                "invalid_request_error",
                "account_invalid",
                "The provided key does not have access to account '" + account
                        + "' (or that account does not exist). Application access may have been revoked.",
                null);
    }

    /** 404: an address that is not one of the API's. */
    public static StripeError unknownRoute(String method, String path) {
        return new StripeError(
                404,
                false,
                "invalid_request_error",
                null,
                "Unrecognized request URL (" + method + ": " + path + ").",
                null);
    }

    /** 400: the key was used before with other parameters. */
    public static StripeError keyReused() {
        return new StripeError(
                400,
                false,
                "idempotency_error",
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.",
                null);
    }

    /** 400: the key was used before at another address. */
    public static StripeError keyOfAnotherPath(String path) {
        return new StripeError(
                400,
                false,
                "idempotency_error",
                null,
                "Keys for idempotent requests can only be used for the same endpoint they were first used for ('" + path
                        + "').",
                null);
    }

    /** 409: the first request with this key is still going on. */
    public static StripeError keyInUse() {
        return new StripeError(
                409,
                false,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key.",
                null);
    }

    /** 500: something broke on Stripe's side. */
    public static StripeError broken() {
        return new StripeError(500, false, "api_error", null, "An unknown error occurred", null);
    }

    /** 402: the card was refused. */
    public static StripeError card(String code, String declineCode, String message) {
        var refusal = new StripeError(402, true, "card_error", code, message, null);
        refusal.error.put("decline_code", declineCode);
        return refusal;
    }

    /** The same, carrying an object as it now is, under its name: {@code payment_intent}, {@code payment_method}. */
    public StripeError with(String name, ObjectNode object) {
        error.set(name, object.deepCopy());
        return this;
    }

    /** The same, naming the charge that failed. */
    public StripeError ofCharge(String charge) {
        if (!charge.isEmpty()) {
            error.put("charge", charge);
        }
        return this;
    }

    /** Whether it is what came of doing it, and not a refusal to begin; an idempotency key keeps it. */
    boolean isOutcome() {
        return outcome;
    }

    /** The answer that says so. */
    public Reply reply() {
        return Reply.json(status, Json.object().set("error", error));
    }
}
