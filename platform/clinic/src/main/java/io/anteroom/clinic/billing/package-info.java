/**
 * Invoices. Staff write a draft, send it, and see what was paid; patients see and pay what was sent to them.
 *
 * <p>{@link io.anteroom.clinic.billing.Invoice} guards its own transitions. Staff act through {@link
 * io.anteroom.clinic.billing.Billing} and look through {@link io.anteroom.clinic.billing.InvoiceList} and {@link
 * io.anteroom.clinic.billing.InvoiceDesk}; the portal only ever starts from {@link
 * io.anteroom.clinic.billing.VisibleInvoices}. Money itself moves in the payments module, which asks here what is due and
 * tells here what was paid.
 */
@NullMarked
package io.anteroom.clinic.billing;

import org.jspecify.annotations.NullMarked;
