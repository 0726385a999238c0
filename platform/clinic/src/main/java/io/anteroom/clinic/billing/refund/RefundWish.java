package io.anteroom.clinic.billing.refund;

import io.anteroom.payments.PaymentId;
import io.anteroom.payments.refund.RefundsSeen;
import java.util.UUID;

/**
 * What somebody decided to give back.
 *
 * @param id new for each form, so that a second click is the same refund
 * @param payment one for the invoice
 * @param minor how much, above 0, in minor units of the invoice's currency
 * @param seen how far the payment was given back on the page
 * @param reason why, 1 to 500 characters; staff and the audit log read it
 */
public record RefundWish(UUID id, PaymentId payment, long minor, RefundsSeen seen, String reason) {}
