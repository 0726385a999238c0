/**
 * A patient's invoices: reading them, paying them on the card page of the payment provider, and the receipts. Every page
 * starts from {@link io.anteroom.clinic.billing.VisibleInvoices}.
 */
@NullMarked
package io.anteroom.portal.billing;

import org.jspecify.annotations.NullMarked;
