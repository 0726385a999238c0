package io.anteroom.clinic.scheduling.newcomer;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.registration.Applicant;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody says they are, and for what they come. Nobody has checked it.
 *
 * @param contact where the code goes
 * @param note what the clinic should know beforehand, or null
 */
public record Said(
        Applicant applicant,
        SignInAddress contact,
        @Nullable String note) {

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "Said[]";
    }
}
