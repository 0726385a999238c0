package io.anteroom.tenantadmin.record;

import io.anteroom.clinic.record.FormerEdition;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordState;
import io.anteroom.clinic.record.Release;
import io.anteroom.tenantadmin.patient.Moments;
import java.time.Instant;
import java.util.List;

/**
 * The page of an entry.
 *
 * @param base the address of the tab
 * @param release how its category reaches patients now
 * @param formers what it said before
 * @param editable whether whoever looks may act on it
 */
public record EntryView(
        String base, RecordEntry entry, Release release, List<FormerEdition> formers, boolean editable, Instant now) {

    /** Copies the list. */
    public EntryView {
        formers = List.copyOf(formers);
    }

    /** Its address. */
    public String url() {
        return base + "/" + entry.id();
    }

    /** Whether it can be shared. */
    public boolean draft() {
        return entry.state() == RecordState.DRAFT;
    }

    /** Whether it can be corrected and withdrawn. */
    public boolean shared() {
        return entry.state() == RecordState.SHARED;
    }

    /** Whether there are people who do not see it yet, or may not. */
    public boolean releasable() {
        var sharing = entry.sharing();
        return shared() && sharing != null && !entry.isReviewed() && (!entry.isReleased(now) || sharing.mayWait());
    }

    /** Whether it was corrected since a clinician went over it, so that somebody may do so again. */
    public boolean reviewableAgain() {
        return shared() && entry.isReviewed() && !entry.isReviewedAsItStands();
    }

    /** Who sees it, a sentence. */
    public String who() {
        var sharing = entry.sharing();
        var withdrawal = entry.withdrawal();
        if (withdrawal != null) {
            return "Withdrawn on " + Moments.moment(withdrawal.at()) + ". Whoever could see it reads why.";
        }
        if (sharing == null) {
            return "Only staff see this draft. Once you share it, the patient sees it " + release.words() + ".";
        }
        var from = sharing.releasedAt();
        if (from == null) {
            return "Shared on " + Moments.moment(sharing.sharedAt())
                    + ". The patient sees it once somebody releases it.";
        }
        if (from.isAfter(now)) {
            return "Shared on " + Moments.moment(sharing.sharedAt()) + ". The patient sees it from "
                    + Moments.moment(from) + " on, or once somebody releases it.";
        }
        if (sharing.reviewedBy() != null) {
            return "The patient has seen this since " + Moments.moment(from) + ". Released by " + sharing.reviewedBy()
                    + ".";
        }
        return sharing.mayWait()
                ? "The patient has been able to see this since " + Moments.moment(from)
                        + ". Those who asked to wait for a clinician see it once somebody releases it."
                : "The patient has been able to see this since " + Moments.moment(from) + ".";
    }
}
