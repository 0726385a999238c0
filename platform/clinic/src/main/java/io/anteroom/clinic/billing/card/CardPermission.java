package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.card.CardConsent;
import io.anteroom.payments.card.SavedCard;
import java.util.List;

/** A permission to charge a card for a patient's invoices, that somebody gave. */
public record CardPermission(PatientId patient, CardConsent consent) {

    /** Whether a card may be charged by it, of somebody who keeps these. */
    public boolean counts(List<SavedCard> saved) {
        return consent.stands() && saved.stream().anyMatch(card -> card.id().equals(consent.card()));
    }
}
