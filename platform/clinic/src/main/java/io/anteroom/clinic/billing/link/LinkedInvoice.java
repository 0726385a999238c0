package io.anteroom.clinic.billing.link;

import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.payments.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * All that a link shows of its invoice: nothing of whom it is for, nor what for.
 *
 * @param link the link's own number
 * @param invoice which invoice
 * @param number the number printed on it
 * @param due what is still to pay, more than nothing
 * @param dueOn the last day to pay
 * @param overdue whether that day is over, in the clinic's zone
 * @param expiresAt until when the link leads there
 */
public record LinkedInvoice(
        long link, InvoiceId invoice, long number, Money due, LocalDate dueOn, boolean overdue, Instant expiresAt) {}
