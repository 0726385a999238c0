/**
 * Saved cards. A card belongs to the portal account that added it, never to a patient's record: {@link
 * io.anteroom.clinic.billing.card.PatientCards} keeps them, {@link io.anteroom.clinic.billing.card.CardPermissions} says of whose
 * invoices the clinic may charge one while its owner is away, and {@link io.anteroom.clinic.billing.card.PayByCard} pays with one.
 * The staff charge through {@link io.anteroom.clinic.billing.card.CardsOnFile}, and see no card of which nobody gave permission.
 */
@NullMarked
package io.anteroom.clinic.billing.card;

import org.jspecify.annotations.NullMarked;
