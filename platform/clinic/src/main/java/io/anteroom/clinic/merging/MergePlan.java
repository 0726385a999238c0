package io.anteroom.clinic.merging;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Digests;
import io.anteroom.clinic.merging.MergeSide.Opening;
import io.anteroom.clinic.merging.MergeSide.OwnAccount;
import io.anteroom.clinic.merging.MergeSide.SignsInWith;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientField;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What merging two records would do, by the rules of {@link MergeRules}.
 *
 * @param stays the record that stays
 * @param goes the one that goes into it
 * @param account what becomes of the patient's own accounts
 * @param moving whose access moves: they see the record that stays from then on
 * @param ending whose access to the record that goes ends, since they have access to the one that stays, or their account closes
 * @param details what the record that stays says from then on
 * @param taken the fields that are taken over from the one that goes
 * @param left the fields in which the two differ, and the one that stays keeps what it says
 * @param refusals why it can't be; nothing can be done while there is one
 * @param doubts what speaks against one person
 */
public record MergePlan(
        MergeSide stays,
        MergeSide goes,
        AccountPlan account,
        List<Opening> moving,
        List<Opening> ending,
        PatientDetails details,
        Set<PatientField> taken,
        Set<PatientField> left,
        List<Refusal> refusals,
        Set<Doubt> doubts) {

    private static final String WORD = "merge";

    /** Copies the collections. */
    public MergePlan {
        moving = List.copyOf(moving);
        ending = List.copyOf(ending);
        refusals = List.copyOf(refusals);
    }

    /** Whether the two may become one. */
    public boolean possible() {
        return refusals.isEmpty();
    }

    /** What whoever merges them has to type: where their names differ, the name that goes. */
    public String word() {
        return doubts.contains(Doubt.OTHER_GIVEN_NAME) || doubts.contains(Doubt.OTHER_FAMILY_NAME)
                ? goes.details().fullName()
                : WORD;
    }

    /** Whether it was typed; capital letters and spaces around don't count. */
    public boolean isWord(String typed) {
        return typed.strip().equalsIgnoreCase(word());
    }

    /** Whose sessions end: everybody's who could see the record that goes, and the patient's. */
    List<AccountId> touched() {
        var accounts = new LinkedHashSet<AccountId>();
        goes.openings().forEach(opening -> accounts.add(opening.account()));
        if (stays.own() != null) {
            accounts.add(stays.own().account());
        }
        return List.copyOf(accounts);
    }

    /** Changes when anything does that this plan rests on, so that nobody agrees to another than was shown. */
    public String fingerprint() {
        return HexFormat.of().formatHex(Digests.sha256(stays.facts() + "||" + goes.facts() + "||" + refusals));
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "MergePlan[" + goes.id() + " into " + stays.id() + "]";
    }

    /**
     * The patient's own accounts.
     *
     * @param keeps the one that stays the patient's, or null where there is none
     * @param keepsThatOfGoes whether that is the one of the record that goes
     * @param closes the one that is closed, or null
     * @param moving what the one that is closed signs in with and the other will
     * @param freed what signs nobody in from then on
     */
    public record AccountPlan(
            @Nullable OwnAccount keeps,
            boolean keepsThatOfGoes,
            @Nullable OwnAccount closes,
            List<SignsInWith> moving,
            List<SignsInWith> freed) {

        /** Copies the lists. */
        public AccountPlan {
            moving = List.copyOf(moving);
            freed = List.copyOf(freed);
        }

        boolean closes(AccountId account) {
            return closes != null && closes.account().equals(account);
        }

        boolean keeps(AccountId account) {
            return keeps != null && keeps.account().equals(account);
        }
    }
}
