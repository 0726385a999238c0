package io.anteroom.clinic.merging;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one of two records has.
 *
 * @param version counts the changes of its details
 * @param createdAt since when there is the record
 * @param own the account with which the patient signs in, or null
 * @param openings every access in force, the patient's own first
 * @param invitations how many invitations to it are open
 * @param money its invoices
 * @param bookings its appointments
 * @param papers what else is kept on it
 * @param logged how many entries of the audit log are about it
 * @param mergedBefore how many records went into it
 */
public record MergeSide(
        PatientId id,
        int version,
        PatientDetails details,
        Instant createdAt,
        @Nullable OwnAccount own,
        List<Opening> openings,
        long invitations,
        MoneyCounts money,
        BookingCounts bookings,
        PaperCounts papers,
        long logged,
        long mergedBefore) {

    /** Copies the list. */
    public MergeSide {
        openings = List.copyOf(openings);
    }

    /** The access of that account, if it has any. */
    Optional<Opening> of(AccountId account) {
        return openings.stream()
                .filter(opening -> opening.account().equals(account))
                .findFirst();
    }

    /** The access of people other than the patient. */
    public List<Opening> others() {
        return openings.stream()
                .filter(opening -> own == null || !opening.account().equals(own.account()))
                .toList();
    }

    /** All that a plan rests on, for its fingerprint: what changes with every click of a patient is left out. */
    String facts() {
        return String.join(
                "|",
                id.toString(),
                Integer.toString(version),
                own == null ? "" : own.account() + " " + own.isUsed() + own.credentials() + own.otherRecords(),
                openings.stream().map(Opening::facts).collect(Collectors.joining(" ")),
                Long.toString(invitations),
                money.toString(),
                Long.toString(bookings.all()),
                papers.toString());
    }

    /** Names nobody: it is personal. */
    @Override
    public String toString() {
        return "MergeSide[" + id + "]";
    }

    /**
     * Somebody's access to the record.
     *
     * @param name whose, or null where no name is known
     */
    public record Opening(
            GrantId grant, AccountId account, @Nullable String name, GrantTerms terms) {

        /** In an order that is the same in every instance of the application. */
        private String facts() {
            return grant + " " + account + " " + terms.relationship() + terms.level()
                    + terms.scopes().stream().sorted().toList() + terms.expiresAt();
        }
    }

    /**
     * The patient's own account.
     *
     * @param credentials what it signs in with
     * @param lastSignedInAt when it last did, or null if never
     * @param sessions how many browsers are signed in now
     * @param otherRecords the names of further patients whose records it opens
     */
    public record OwnAccount(
            AccountId account,
            List<SignsInWith> credentials,
            @Nullable Instant lastSignedInAt,
            long sessions,
            List<String> otherRecords) {

        /** Copies the lists. */
        public OwnAccount {
            credentials = List.copyOf(credentials);
            otherRecords = List.copyOf(otherRecords);
        }

        /** Whether it is somebody's who signed in, or proved to hold an address, and still can. */
        public boolean isUsed() {
            return !credentials.isEmpty()
                    && (lastSignedInAt != null
                            || credentials.stream().anyMatch(credential -> credential.verifiedAt() != null));
        }
    }

    /**
     * An address or a number.
     *
     * @param id the credential's number
     * @param verifiedAt when a code sent to it was first entered, or null if never
     */
    public record SignsInWith(
            long id, SignInAddress address, @Nullable Instant verifiedAt) {}

    /**
     * Invoices, by their state, and what came of them.
     *
     * @param unpaid open ones and those paid in part
     * @param dueMinor what is left to pay on these, in minor units of the clinic's currency
     * @param payments how many payments were credited to them
     * @param underwayUntil when the last payment page that is open now closes by itself, or null where none is
     * @param messages how many messages went out about them
     */
    public record MoneyCounts(
            long drafts,
            long unpaid,
            long paid,
            long voided,
            long dueMinor,
            long payments,
            long messages,
            @Nullable Instant underwayUntil) {

        /** How many there are. */
        public long invoices() {
            return drafts + unpaid + paid + voided;
        }
    }

    /**
     * Appointments, whoever booked them.
     *
     * @param ahead those to come or under way
     * @param past those that are over or were called off
     */
    public record BookingCounts(long ahead, long past) {

        /** How many there are. */
        public long all() {
            return ahead + past;
        }
    }

    /**
     * What else is kept on a record.
     *
     * @param entries of the clinical record, drafts and what was withdrawn among them
     * @param documents that were sent and not taken back
     * @param forms that were given and not taken back
     */
    public record PaperCounts(long entries, long documents, long forms) {

        /** How many there are. */
        public long all() {
            return entries + documents + forms;
        }
    }
}
