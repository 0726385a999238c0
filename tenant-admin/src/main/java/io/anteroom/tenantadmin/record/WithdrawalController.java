package io.anteroom.tenantadmin.record;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordSharing;
import io.anteroom.clinic.record.RecordState;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes back what was shared: says what that means, asks why. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/records/{entry:[0-9]{1,18}}/withdrawal")
class WithdrawalController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LONGEST = 500;

    private final RecordPlace place;
    private final RecordSharing sharing;

    WithdrawalController(RecordPlace place, RecordSharing sharing) {
        this.place = place;
        this.sharing = sharing;
    }

    @GetMapping
    @Needs(Permission.EDIT_RECORDS)
    JteModel ask(@PathVariable long id, @PathVariable long entry, StaffMember staff) {
        var patient = place.patient(id);
        return page(patient, shared(patient, entry, staff), "", FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.EDIT_RECORDS)
    Reply withdraw(
            @PathVariable long id,
            @PathVariable long entry,
            @RequestParam(defaultValue = "") String because,
            StaffMember staff) {
        var patient = place.patient(id);
        var found = shared(patient, entry, staff);
        if (because.isBlank() || because.strip().length() > LONGEST) {
            var errors = FormErrors.of("because", "Say why, in up to 500 characters, for the patient to read");
            return Reply.invalid(page(patient, found, because, errors));
        }
        return RecordPlace.answer(
                id,
                sharing.withdraw(patient.id(), found.id(), because.strip(), staff.actor()),
                "Withdrawn",
                "Only what is shared can be withdrawn");
    }

    private RecordEntry shared(Patient patient, long entry, StaffMember staff) {
        var found = place.shown(patient.id(), entry, staff);
        if (found.state() != RecordState.SHARED) {
            throw new NoSuchPageException();
        }
        return found;
    }

    private JteModel page(Patient patient, RecordEntry entry, String because, FormErrors errors) {
        return TEMPLATES.recordWithdrawal(
                place.page("Withdraw"),
                RecordPlace.entry(patient.id().value(), entry.id()),
                patient.fullName(),
                entry,
                because,
                errors);
    }
}
