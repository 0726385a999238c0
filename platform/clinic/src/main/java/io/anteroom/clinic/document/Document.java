package io.anteroom.clinic.document;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.file.FileCheck;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.patient.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document that was sent.
 *
 * @param patient whom it is about, or null where nobody has matched the account with a record
 * @param patientName their name, given name first; null where there is no record
 * @param account who sent it
 * @param sentBy the name of who did
 * @param file its file, or null where that is gone
 * @param check what the scanner said of the file, or null where that is gone
 * @param name the file's name, or empty to an account that did not send it
 * @param size the file's bytes
 * @param note what the sender says it is, perhaps empty
 * @param category under what it was filed, or null
 * @param message why it was refused, or null; file, note, category and message are the sender's and the staff's alone
 * @param reviewedAt when staff decided, or null
 * @param reviewedBy who did, or null
 */
public record Document(
        DocumentId id,
        @Nullable PatientId patient,
        @Nullable String patientName,
        AccountId account,
        String sentBy,
        Instant sentAt,
        @Nullable FileId file,
        @Nullable FileCheck check,
        String name,
        long size,
        String note,
        DocumentState state,
        @Nullable DocumentCategory category,
        @Nullable String message,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy) {

    /** Whether nobody has decided about it. */
    public boolean waits() {
        return state == DocumentState.WAITING;
    }

    /** Whether the virus scanner refused it, and nobody of the clinic. */
    public boolean refusedByScanner() {
        return saidByScanner(message);
    }

    /** Whether that is what is kept as the virus scanner's reason, which patients are told in their own language. */
    public static boolean saidByScanner(@Nullable String message) {
        return ScannedDocuments.MESSAGE.equals(message);
    }

    /** What others may know of it: that it was sent, when and by whom, and what became of it. */
    Document ofSomebodyElse() {
        return new Document(
                id,
                patient,
                patientName,
                account,
                sentBy,
                sentAt,
                null,
                check,
                "",
                size,
                "",
                state,
                null,
                null,
                reviewedAt,
                null);
    }

    /** Whether its file can be opened. */
    public boolean opens() {
        return file != null && check != null && check.opens();
    }
}
