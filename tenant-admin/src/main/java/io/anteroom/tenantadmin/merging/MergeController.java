package io.anteroom.tenantadmin.merging;

import gg.jte.Content;
import io.anteroom.clinic.merging.MergeConfirmation;
import io.anteroom.clinic.merging.MergePlan;
import io.anteroom.clinic.merging.Merged;
import io.anteroom.clinic.merging.Merging;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientPage;
import io.anteroom.clinic.patient.PatientSearch;
import io.anteroom.clinic.patient.PatientSort;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.patient.StandingRecord;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Merging a record with another: choosing the other, comparing, seeing what moves, and doing it. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/merge")
class MergeController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String TITLE = "Merge records";

    private final Patients patients;
    private final PatientSearch search;
    private final Merging merging;
    private final StaffPages pages;

    MergeController(Patients patients, PatientSearch search, Merging merging, StaffPages pages) {
        this.patients = patients;
        this.search = search;
        this.merging = merging;
        this.pages = pages;
    }

    static String record(PatientId id) {
        return "/o/" + CurrentTenant.get().slug() + "/patients/" + id;
    }

    /** Where nothing was typed, those of the same birth date: no others can be merged. */
    @GetMapping
    @Needs(Permission.MERGE_PATIENTS)
    Content other(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") int page) {
        var patient = StandingRecord.find(patients, id);
        var typed = q == null ? patient.birthDate().toString() : q;
        var found = search.find(typed, PatientSort.NAME, page);
        var url = record(patient.id()) + "/merge";
        return TEMPLATES.mergingOther(
                pages.page(StaffSection.PATIENTS, TITLE),
                new OtherView(
                        record(patient.id()),
                        patient.fullName(),
                        typed,
                        found.rows().stream()
                                .filter(row -> !row.id().equals(patient.id()))
                                .toList(),
                        new Pagination(
                                found.number(), PatientPage.SIZE, found.total(), number -> page(url, typed, number)),
                        CurrentTenant.get().country()));
    }

    private static String page(String url, String typed, long number) {
        return UriComponentsBuilder.fromPath(url)
                .queryParam("q", "{q}")
                .queryParam("page", number)
                .encode()
                .buildAndExpand(typed)
                .toUriString();
    }

    @GetMapping("/{other}")
    @Needs(Permission.MERGE_PATIENTS)
    Content compare(@PathVariable long id, @PathVariable long other) {
        return TEMPLATES.mergingCompare(
                pages.page(StaffSection.PATIENTS, "Compare two records"), CompareView.of(plan(id, other)));
    }

    @GetMapping("/{other}/check")
    @Needs(Permission.MERGE_PATIENTS)
    Content check(@PathVariable long id, @PathVariable long other) {
        return page(PlanView.of(plan(id, other)));
    }

    @PostMapping("/{other}")
    @Needs(Permission.MERGE_PATIENTS)
    Reply merge(
            @PathVariable long id,
            @PathVariable long other,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "false") String checked,
            @RequestParam(defaultValue = "") String confirm,
            StaffMember staff) {
        var stays = new PatientId(id);
        boolean ticked = checked.equals("true");
        var answer =
                merging.merge(stays, new PatientId(other), new MergeConfirmation(seen, ticked, confirm), staff.actor());
        return switch (answer) {
            case Merged.Done() -> Reply.redirect(record(stays)).done("Merged. The two records are one now");
            case Merged.Meanwhile(MergePlan plan) ->
                Reply.page(HttpStatus.CONFLICT, page(new PlanView(plan, true, false, "", FormErrors.none())));
            case Merged.Refused(MergePlan plan) -> Reply.page(HttpStatus.CONFLICT, page(PlanView.of(plan)));
            case Merged.NotConfirmed(MergePlan plan) ->
                Reply.invalid(page(new PlanView(plan, false, ticked, confirm, errors(plan, ticked, confirm))));
            case Merged.WentElsewhere(PatientId where) ->
                Reply.redirect(record(where))
                        .refused("Nothing was done: somebody merged one of the two into this record meanwhile");
            case Merged.NotThere() -> throw new NoSuchPageException();
        };
    }

    private static FormErrors errors(MergePlan plan, boolean ticked, String typed) {
        var errors = ticked
                ? FormErrors.none()
                : FormErrors.of("checked", "Check with the patient that both records are of the same person");
        return plan.isWord(typed) ? errors : errors.with("confirm", "Type " + plan.word());
    }

    private MergePlan plan(long stays, long goes) {
        StandingRecord.find(patients, stays);
        StandingRecord.find(patients, goes);
        return merging.plan(new PatientId(stays), new PatientId(goes)).orElseThrow(NoSuchPageException::new);
    }

    private Content page(PlanView view) {
        return TEMPLATES.mergingCheck(pages.page(StaffSection.PATIENTS, TITLE), view);
    }
}
