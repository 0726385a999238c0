package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.family.ConcernedGrants.Concerned;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.messaging.StillHolds;
import org.springframework.stereotype.Component;

/** News of an access that has ended meanwhile isn't sent. */
@Component
class AccessStillHeld implements StillHolds {

    private static final String KIND = "record-access";

    private final ConcernedGrants grants;

    AccessStillHeld(ConcernedGrants grants) {
        this.grants = grants;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean holds(String ref) {
        return grants.of(account(ref), patient(ref)).isPresent();
    }

    /** By account and patient, since other terms make another grant of it. */
    static MessageAbout about(Concerned grant) {
        return about(grant.account(), grant.patient());
    }

    static MessageAbout about(AccountId account, PatientId patient) {
        return about(ref(account, patient));
    }

    /** @param ref account and patient, and behind another hyphen what tells this news from others of the two */
    static MessageAbout about(String ref) {
        return new MessageAbout(KIND, ref);
    }

    static String ref(AccountId account, PatientId patient) {
        return account + "-" + patient;
    }

    static AccountId account(String ref) {
        return new AccountId(part(ref, 0));
    }

    static PatientId patient(String ref) {
        return new PatientId(part(ref, 1));
    }

    private static long part(String ref, int number) {
        return Long.parseLong(ref.split("-", 3)[number]);
    }
}
