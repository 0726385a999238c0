/**
 * Saved cards in the portal: the page of payment methods, and paying an invoice with one. Cards are the account's own, whomever the
 * person acts for; every page starts from {@link io.anteroom.clinic.billing.card.PatientCards}.
 */
@NullMarked
package io.anteroom.portal.billing.card;

import org.jspecify.annotations.NullMarked;
