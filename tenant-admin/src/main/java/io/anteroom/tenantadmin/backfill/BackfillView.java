package io.anteroom.tenantadmin.backfill;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.backfill.BackfillCounts;
import io.anteroom.clinic.access.backfill.BackfillLine;
import io.anteroom.clinic.access.backfill.BackfillOutcome;
import io.anteroom.clinic.access.backfill.BackfillRun;
import io.anteroom.clinic.access.backfill.BackfillState;
import io.anteroom.clinic.access.backfill.FamilyProposal;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Counted;
import io.anteroom.webkit.Pagination;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A backfill as its page shows it: what would be set before it is carried out, what became of it after.
 *
 * @param url its address
 * @param shown the outcome whose lines are listed
 * @param lines a page of them
 * @param number the number of that page
 * @param families who may belong together
 */
public record BackfillView(
        String url,
        BackfillRun run,
        BackfillCounts counts,
        BackfillOutcome shown,
        List<BackfillLine> lines,
        int number,
        List<FamilyProposal> families) {

    /** How many lines a page has. */
    static final int SIZE = 50;

    /**
     * A group of lines to choose.
     *
     * @param chosen {@code true} where it is the one shown, else null
     */
    public record Group(
            String label,
            String count,
            String href,
            @Nullable String chosen) {}

    /** What is listed first. */
    static BackfillOutcome first(BackfillRun run, BackfillCounts counts) {
        return Stream.of(BackfillOutcome.values())
                .filter(one -> one == main(run.state()))
                .filter(one -> counts.of(one) > 0)
                .findFirst()
                .or(() -> Stream.of(BackfillOutcome.values())
                        .filter(one -> counts.of(one) > 0)
                        .findFirst())
                .orElse(main(run.state()));
    }

    private static BackfillOutcome main(BackfillState state) {
        return switch (state) {
            case PLANNING, PLANNED, RUNNING -> BackfillOutcome.READY;
            case DONE, UNDOING -> BackfillOutcome.SET;
            case UNDONE -> BackfillOutcome.UNDONE;
        };
    }

    /** The groups that have any lines, in order. */
    public List<Group> groups() {
        return Stream.of(BackfillOutcome.values())
                .filter(one -> counts.of(one) > 0)
                .map(one -> new Group(
                        label(one),
                        String.format(Locale.UK, "%,d", counts.of(one)),
                        url + "?show=" + one.code(),
                        one == shown ? "true" : null))
                .toList();
    }

    /** The way through the lines. */
    public Pagination pages() {
        return new Pagination(
                number, SIZE, counts.of(shown), other -> url + "?show=" + shown.code() + "&page=" + other);
    }

    /** As in {@code 1,200 emails and 950 mobiles for 1,300 patients}. */
    public String sum(BackfillOutcome outcome) {
        return Counted.of(counts.of(outcome, CredentialChannel.EMAIL), "email") + " and "
                + Counted.of(counts.of(outcome, CredentialChannel.MOBILE), "mobile");
    }

    /** Whether anything would be set. */
    public boolean anyReady() {
        return counts.of(BackfillOutcome.READY) > 0;
    }

    /** What stood on the record, as the clinic's people write it. */
    public static String written(BackfillLine line) {
        if (line.written().isEmpty()) {
            return "Forgotten after a month";
        }
        return line.email()
                ? line.written()
                : new PhoneNumber(line.written()).format(CurrentTenant.get().country());
    }

    /** The address of a patient's tab Online access. */
    public static String record(long patient) {
        return "/o/" + CurrentTenant.get().slug() + "/patients/" + patient + "/online-access";
    }

    static String label(BackfillOutcome outcome) {
        return switch (outcome) {
            case READY -> "Will be set";
            case SHARED -> "Shared";
            case TAKEN -> "Taken";
            case UNREADABLE -> "Unreadable";
            case HAS_ONE -> "Has one";
            case REMOVED -> "Set or removed by hand";
            case OPEN_TO_ANOTHER -> "Open to somebody else";
            case CHANGED -> "Changed meanwhile";
            case SET -> "Set";
            case UNDONE -> "Taken back";
            case IN_USE -> "Left, in use";
        };
    }

    /** Why lines of that outcome are what they are, in a sentence. */
    public String why() {
        return switch (shown) {
            case READY -> "It stands on one record only, and nobody signs in with it.";
            case SHARED -> "It stands on more than one record, so it could be anybody’s of them.";
            case TAKEN -> "Somebody signs in with it already.";
            case UNREADABLE -> "It is no email address, or no number that takes texts. Correct it on the record.";
            case HAS_ONE -> "The patient has a credential of that kind already, which stays as it is.";
            case REMOVED ->
                "The patient’s access was set up or taken away by hand and has nothing to sign in with. Decide on the record.";
            case OPEN_TO_ANOTHER ->
                "Your clinic lets a record be open to one person, and this one is open to somebody else.";
            case CHANGED -> "The record was changed after it was looked at.";
            case SET -> "Unverified until the first code is entered.";
            case UNDONE -> "Nobody had used it.";
            case IN_USE -> "Somebody has signed in since, or staff changed it.";
        };
    }
}
