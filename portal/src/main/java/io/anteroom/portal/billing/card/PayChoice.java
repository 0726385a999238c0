package io.anteroom.portal.billing.card;

import io.anteroom.clinic.billing.InvoiceView;
import io.anteroom.payments.PaymentId;
import java.util.List;

/**
 * What an invoice can be paid with.
 *
 * @param attempt the attempt that the form's first click makes
 * @param cards the person's cards, the preferred first; at least one
 * @param bankAsked whether the clinic tried one, and the bank wanted the person
 */
public record PayChoice(InvoiceView invoice, PaymentId attempt, List<CardLine> cards, boolean bankAsked) {}
