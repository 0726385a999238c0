package io.anteroom.tenantadmin.record;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordState;
import io.anteroom.clinic.record.RecordWriting;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Throws a draft away. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/records/{entry:[0-9]{1,18}}/removal")
class DiscardEntryController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final RecordPlace place;
    private final RecordWriting writing;

    DiscardEntryController(RecordPlace place, RecordWriting writing) {
        this.place = place;
        this.writing = writing;
    }

    @GetMapping
    @Needs(Permission.EDIT_RECORDS)
    JteModel ask(@PathVariable long id, @PathVariable long entry, StaffMember staff) {
        var patient = place.patient(id);
        var draft = place.shown(patient.id(), entry, staff);
        if (draft.state() != RecordState.DRAFT) {
            throw new NoSuchPageException();
        }
        String url = RecordPlace.entry(id, draft.id());
        return TEMPLATES.recordConfirm(
                place.page("Discard draft of an entry"),
                Confirmation.of(
                        "Discard this draft?",
                        List.of("What you wrote is lost. " + patient.fullName() + " has not seen it."),
                        url + "/removal",
                        "Discard draft",
                        url));
    }

    @PostMapping
    @Needs(Permission.EDIT_RECORDS)
    Reply discard(@PathVariable long id, @PathVariable long entry, StaffMember staff) {
        RecordAnswer answer = writing.discard(new PatientId(id), new RecordId(entry), staff.actor());
        return answer instanceof RecordAnswer.Done
                ? Reply.redirect(RecordPlace.list(id)).done("Draft discarded")
                : RecordPlace.answer(id, answer, "", "This has been shared meanwhile, so it was kept");
    }
}
