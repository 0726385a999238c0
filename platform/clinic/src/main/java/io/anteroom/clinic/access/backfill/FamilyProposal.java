package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.patient.PatientId;

/**
 * A child whose contact details are those of exactly one adult, so that the two may belong together. Nothing is done
 * about it: staff ask, and give access on the child's record.
 */
public record FamilyProposal(PatientId adult, String adultName, PatientId child, String childName) {

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "FamilyProposal[" + adult + ", " + child + "]";
    }
}
