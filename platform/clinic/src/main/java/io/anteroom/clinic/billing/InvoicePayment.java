package io.anteroom.clinic.billing;

import io.anteroom.payments.PaymentId;
import java.time.Instant;

/**
 * One payment that counts towards an invoice.
 *
 * @param id the payment's id; it also names the receipt
 * @param amountMinor what was paid, in minor units of the invoice's currency
 * @param receivedAt when the money arrived
 * @param refundedMinor what of it the clinic has given back since
 */
public record InvoicePayment(PaymentId id, long amountMinor, Instant receivedAt, long refundedMinor) {}
