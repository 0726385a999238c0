package io.anteroom.tenantadmin.backfill;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.backfill.Backfill;
import io.anteroom.clinic.access.backfill.BackfillId;
import io.anteroom.clinic.access.backfill.BackfillRun;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Backfills: beginning one, and each from what would be set to what became of it. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/authentication/credentials/backfill")
class BackfillController {

    private static final String BUSY = "Another backfill is under way. Wait until it is through";

    private final Backfill backfill;
    private final BackfillPages pages;

    BackfillController(Backfill backfill, BackfillPages pages) {
        this.backfill = backfill;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    JteModel front() {
        return pages.front(backfill.newest());
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply begin(StaffMember staff) {
        return Reply.redirect(BackfillPages.url(backfill.begin(staff.actor())));
    }

    /** The page of the state it is in; while it is under way, only what moves if that is all that's wanted. */
    @GetMapping("/{id}")
    @Needs(Permission.CHANGE_SETTINGS)
    JteModel show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response) {
        BackfillRun run = find(id);
        if (Htmx.wantsFragment(request)) {
            if (!run.state().underway()) {
                response.setHeader("HX-Refresh", "true");
            }
            return pages.progress(run);
        }
        return pages.of(run, show, page);
    }

    @PostMapping("/{id}/start")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply start(@PathVariable long id, StaffMember staff) {
        BackfillRun run = find(id);
        boolean free = backfill.start(run.id(), staff.actor());
        var back = Reply.redirect(BackfillPages.url(run.id()));
        return free ? back : back.refused(BUSY);
    }

    @PostMapping("/{id}/discard")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply discard(@PathVariable long id) {
        BackfillRun run = find(id);
        return backfill.discard(run.id())
                ? Reply.redirect(BackfillPages.url()).done("Discarded. Nothing was set")
                : Reply.redirect(BackfillPages.url(run.id()))
                        .refused("Not discarded: somebody has started it meanwhile");
    }

    @GetMapping("/{id}/undo")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply askToUndo(@PathVariable long id) {
        var run = find(id);
        return pages.undo(run)
                .<Reply>map(Reply::page)
                .orElseGet(() -> Reply.redirect(BackfillPages.url(run.id()))
                        .refused("There is nothing to take back any more. This is how it stands now"));
    }

    @PostMapping("/{id}/undo")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply undo(@PathVariable long id, StaffMember staff) {
        BackfillRun run = find(id);
        boolean free = backfill.undo(run.id(), staff.actor());
        var back = Reply.redirect(BackfillPages.url(run.id()));
        return free ? back : back.refused(BUSY);
    }

    private BackfillRun find(long id) {
        return backfill.find(new BackfillId(id)).orElseThrow(NoSuchPageException::new);
    }
}
