package io.anteroom.tenantadmin.backfill;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.backfill.Backfill;
import io.anteroom.clinic.access.backfill.BackfillCounts;
import io.anteroom.clinic.access.backfill.BackfillId;
import io.anteroom.clinic.access.backfill.BackfillOutcome;
import io.anteroom.clinic.access.backfill.BackfillRun;
import io.anteroom.clinic.access.backfill.BackfillState;
import io.anteroom.clinic.access.backfill.FamilyProposal;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.StaffPage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the pages of a backfill, one per state. */
@Component
class BackfillPages {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Backfill backfill;
    private final StaffPages pages;

    BackfillPages(Backfill backfill, StaffPages pages) {
        this.backfill = backfill;
        this.pages = pages;
    }

    static String url() {
        return "/o/" + CurrentTenant.get().slug() + "/settings/authentication/credentials/backfill";
    }

    static String url(BackfillId id) {
        return url() + "/" + id;
    }

    JteModel front(List<BackfillRun> newest) {
        return TEMPLATES.backfillFront(frame(), url(), newest);
    }

    JteModel of(BackfillRun run, String show, int page) {
        if (run.state().underway()) {
            return TEMPLATES.backfillUnderway(frame(), url(run.id()), run);
        }
        BackfillCounts counts = backfill.counts(run.id());
        BackfillOutcome shown = BackfillOutcome.ofCode(show).orElseGet(() -> BackfillView.first(run, counts));
        int number = Math.clamp(page, 1, 10_000);
        List<FamilyProposal> families = run.state() == BackfillState.PLANNED || run.state() == BackfillState.DONE
                ? backfill.families(run.id())
                : List.of();
        var lines = backfill.lines(run.id(), shown, BackfillView.SIZE, (number - 1) * BackfillView.SIZE);
        return TEMPLATES.backfillReport(
                frame(), new BackfillView(url(run.id()), run, counts, shown, lines, number, families));
    }

    /** What moves while it is under way; when it no longer is, the browser is to load the page. */
    JteModel progress(BackfillRun run) {
        return TEMPLATES.backfillProgress(url(run.id()), run);
    }

    /** The question before it is taken back; nothing where there is nothing to take back. */
    Optional<JteModel> undo(BackfillRun run) {
        if (run.state() != BackfillState.DONE || backfill.counts(run.id()).of(BackfillOutcome.SET) == 0) {
            return Optional.empty();
        }
        return Optional.of(TEMPLATES.settingsConfirm(
                frame(),
                Confirmation.of(
                        "Take back what nobody has used?",
                        List.of(
                                "Each credential this backfill has set is removed, unless somebody has signed in with the account since.",
                                "Patients who have no other credential can’t sign in until you set one or run the backfill again.",
                                "Contact details on the records stay as they are, and so does what staff set by hand."),
                        url(run.id()) + "/undo",
                        "Take back",
                        url(run.id()))));
    }

    private StaffPage frame() {
        return pages.settings(SettingsSection.AUTHENTICATION, "Set credentials for all patients");
    }
}
