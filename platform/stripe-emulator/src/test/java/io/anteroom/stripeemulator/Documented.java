package io.anteroom.stripeemulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The values that Stripe documents for what is one of a few, by kind of object and path. */
final class Documented {

    private static final Set<String> PAYMENT_INTENT = Set.of(
            "requires_payment_method",
            "requires_confirmation",
            "requires_action",
            "processing",
            "requires_capture",
            "canceled",
            "succeeded");
    private static final Set<String> REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer", "expired_uncaptured_charge");

    private static final Map<String, Map<String, Set<String>>> VALUES = Map.ofEntries(
            Map.entry(
                    "payment_intent",
                    Map.of(
                            "status",
                            PAYMENT_INTENT,
                            "cancellation_reason",
                            Set.of(
                                    "abandoned",
                                    "automatic",
                                    "duplicate",
                                    "expired",
                                    "failed_invoice",
                                    "fraudulent",
                                    "requested_by_customer",
                                    "void_invoice"),
                            "capture_method",
                            Set.of("automatic", "automatic_async", "manual"),
                            "confirmation_method",
                            Set.of("automatic", "manual"),
                            "setup_future_usage",
                            Set.of("off_session", "on_session"),
                            "last_payment_error.type",
                            Set.of("api_error", "card_error", "idempotency_error", "invalid_request_error"))),
            Map.entry(
                    "setup_intent",
                    Map.of(
                            "status",
                            Set.of(
                                    "requires_payment_method",
                                    "requires_confirmation",
                                    "requires_action",
                                    "processing",
                                    "canceled",
                                    "succeeded"),
                            "cancellation_reason",
                            Set.of("abandoned", "duplicate", "requested_by_customer"),
                            "usage",
                            Set.of("off_session", "on_session"))),
            Map.entry(
                    "charge",
                    Map.of(
                            "status",
                            Set.of("failed", "pending", "succeeded"),
                            "outcome.type",
                            Set.of("authorized", "manual_review", "issuer_declined", "blocked", "invalid"),
                            "outcome.network_status",
                            Set.of(
                                    "approved_by_network",
                                    "declined_by_network",
                                    "not_sent_to_network",
                                    "reversed_after_approval"),
                            "outcome.risk_level",
                            Set.of("normal", "elevated", "highest", "not_assessed", "unknown"),
                            "payment_method_details.card.three_d_secure.result",
                            Set.of(
                                    "attempt_acknowledged",
                                    "authenticated",
                                    "exempted",
                                    "failed",
                                    "not_supported",
                                    "processing_error"))),
            Map.entry(
                    "refund",
                    Map.of(
                            "status",
                            Set.of("pending", "requires_action", "succeeded", "failed", "canceled"),
                            "reason",
                            REASONS,
                            "failure_reason",
                            Set.of(
                                    "charge_for_pending_refund_disputed",
                                    "declined",
                                    "expired_or_canceled_card",
                                    "insufficient_funds",
                                    "lost_or_stolen_card",
                                    "merchant_request",
                                    "unknown"))),
            Map.entry(
                    "dispute",
                    Map.of(
                            "status",
                            Set.of(
                                    "lost",
                                    "needs_response",
                                    "prevented",
                                    "under_review",
                                    "warning_closed",
                                    "warning_needs_response",
                                    "warning_under_review",
                                    "won"),
                            "reason",
                            Set.of(
                                    "bank_cannot_process",
                                    "check_returned",
                                    "credit_not_processed",
                                    "customer_initiated",
                                    "debit_not_authorized",
                                    "duplicate",
                                    "fraudulent",
                                    "general",
                                    "incorrect_account_details",
                                    "insufficient_funds",
                                    "noncompliant",
                                    "product_not_received",
                                    "product_unacceptable",
                                    "subscription_canceled",
                                    "unrecognized"),
                            "payment_method_details.card.case_type",
                            Set.of("block", "chargeback", "compliance", "inquiry", "resolution"))),
            Map.entry(
                    "payout",
                    Map.of(
                            "status",
                            Set.of("paid", "pending", "in_transit", "canceled", "failed"),
                            "method",
                            Set.of("standard", "instant"),
                            "type",
                            Set.of("bank_account", "card"),
                            "source_type",
                            Set.of("card", "fpx", "bank_account"),
                            "reconciliation_status",
                            Set.of("completed", "in_progress", "not_applicable"))),
            Map.entry(
                    "balance_transaction",
                    Map.of(
                            "status",
                            Set.of("available", "pending"),
                            "type",
                            Set.of(
                                    "adjustment",
                                    "charge",
                                    "payment",
                                    "payment_refund",
                                    "payout",
                                    "payout_cancel",
                                    "payout_failure",
                                    "refund",
                                    "refund_failure",
                                    "stripe_fee"),
                            "reporting_category",
                            Set.of(
                                    "charge",
                                    "dispute",
                                    "dispute_reversal",
                                    "fee",
                                    "payout",
                                    "payout_reversal",
                                    "refund",
                                    "refund_failure"),
                            "balance_type",
                            Set.of("issuing", "payments", "refund_and_dispute_prefunding"))),
            Map.entry(
                    "checkout.session",
                    Map.of(
                            "mode",
                            Set.of("payment", "setup", "subscription"),
                            "status",
                            Set.of("complete", "expired", "open"),
                            "payment_status",
                            Set.of("no_payment_required", "paid", "unpaid"),
                            "customer_creation",
                            Set.of("always", "if_required"),
                            "saved_payment_method_options.payment_method_save",
                            Set.of("disabled", "enabled"))),
            Map.entry("payment_method", Map.of("allow_redisplay", Set.of("always", "limited", "unspecified"))));

    private Documented() {}

    /** The kinds of which values are documented here. */
    static Set<String> kinds() {
        return VALUES.keySet();
    }

    /** What is none of the documented values, as path and value; empty if all are. */
    static List<String> strangers(String kind, JsonNode object) {
        List<String> strangers = new ArrayList<>();
        VALUES.getOrDefault(kind, Map.of()).forEach((path, values) -> {
            JsonNode value = object;
            for (String key : path.split("\\.", -1)) {
                value = value.path(key);
            }
            if (value.isString() && !values.contains(value.asString())) {
                strangers.add(kind + "." + path + " is " + value.asString());
            }
        });
        return strangers;
    }

    /** Each status that the objects have. */
    static Set<String> statuses(String kind) {
        return VALUES.getOrDefault(kind, Map.of()).getOrDefault("status", Set.of());
    }
}
