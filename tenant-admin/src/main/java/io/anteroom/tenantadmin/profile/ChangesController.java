package io.anteroom.tenantadmin.profile;

import gg.jte.Content;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.profile.Answered;
import io.anteroom.clinic.profile.FieldChange;
import io.anteroom.clinic.profile.ProfileChangeId;
import io.anteroom.clinic.profile.ProfileDesk;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of contact details that patients want changed, and one of them beside the record. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/changes")
class ChangesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LONGEST = 500;

    private final ProfileDesk desk;
    private final StaffPages pages;

    ChangesController(ProfileDesk desk, StaffPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.EDIT_PATIENTS)
    Content list(@RequestParam(required = false) @Nullable Long after) {
        var queue = desk.waiting(after == null ? null : new ProfileChangeId(after));
        return TEMPLATES.profileChanges(
                pages.page(StaffSection.PATIENTS, "Changes of contact details"),
                ChangeRow.base(),
                queue.rows().stream().map(ChangeRow::of).toList(),
                after != null,
                queue.next() == null ? null : ChangeRow.base() + "?after=" + queue.next());
    }

    /** What was ticked at first is everything: most is agreed to. */
    @GetMapping("/{change}")
    @Needs(Permission.EDIT_PATIENTS)
    Content one(@PathVariable long change) {
        var compared = find(change);
        Set<PatientField> all = EnumSet.noneOf(PatientField.class);
        compared.change().fields().stream().map(FieldChange::field).forEach(all::add);
        return page(ChangeView.of(compared, compared.patient().version(), all, "", false, FormErrors.none()));
    }

    @PostMapping("/{change}")
    @Needs(Permission.EDIT_PATIENTS)
    Reply answer(
            @PathVariable long change,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable List<String> agreed,
            @RequestParam(defaultValue = "") String message,
            StaffMember staff) {
        var compared = find(change);
        var ticked = fields(agreed);
        var text = message.strip();
        var errors = errors(compared, ticked, text);
        if (errors.any()) {
            return Reply.invalid(page(ChangeView.of(compared, version, ticked, text, false, errors)));
        }
        var id = new ProfileChangeId(change);
        return switch (desk.answer(id, version, ticked, text.isEmpty() ? null : text, staff.actor())) {
            case Answered.Done _ -> Reply.redirect(ChangeRow.base()).done("Answered, and who asked is told");
            case Answered.Before _ ->
                Reply.redirect(ChangeRow.url(id)).refused("Nothing was done: it was answered or taken back meanwhile");
            case Answered.Meanwhile _ -> {
                var current = find(change);
                yield Reply.page(
                        HttpStatus.CONFLICT,
                        page(ChangeView.of(
                                current, current.patient().version(), ticked, text, true, FormErrors.none())));
            }
            case Answered.NotThere _ -> throw new NoSuchPageException();
        };
    }

    private static FormErrors errors(ProfileDesk.Compared compared, Set<PatientField> ticked, String message) {
        if (message.length() > LONGEST) {
            return FormErrors.of("message", "Shorten this to " + LONGEST + " characters or fewer");
        }
        boolean all =
                compared.change().fields().stream().map(FieldChange::field).allMatch(ticked::contains);
        return all || !message.isEmpty()
                ? FormErrors.none()
                : FormErrors.of("message", "Write why something stays as it is. The person reads it in the portal");
    }

    private static Set<PatientField> fields(@Nullable List<String> codes) {
        Set<PatientField> fields = EnumSet.noneOf(PatientField.class);
        if (codes != null) {
            codes.stream().map(PatientField::ofCode).flatMap(Optional::stream).forEach(fields::add);
        }
        return fields;
    }

    private ProfileDesk.Compared find(long change) {
        return desk.find(new ProfileChangeId(change)).orElseThrow(NoSuchPageException::new);
    }

    private Content page(ChangeView view) {
        return TEMPLATES.profileChange(
                pages.page(
                        StaffSection.PATIENTS,
                        "Contact details of " + view.change().patient()),
                ChangeRow.base(),
                view);
    }
}
