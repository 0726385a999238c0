package io.anteroom.tenantadmin.record;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.record.FormerEdition;
import io.anteroom.clinic.record.RecordBody;
import io.anteroom.clinic.record.RecordDesk;
import io.anteroom.clinic.record.RecordId;
import io.anteroom.clinic.record.RecordSharing;
import io.anteroom.clinic.record.ReleaseRules;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.FileAnswer;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One entry: what it says, as the patient reads it, and how it comes to the patient. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/records/{entry:[0-9]{1,18}}")
class EntryController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final RecordPlace place;
    private final RecordDesk desk;
    private final RecordSharing sharing;
    private final ReleaseRules rules;
    private final Files files;

    EntryController(RecordPlace place, RecordDesk desk, RecordSharing sharing, ReleaseRules rules, Files files) {
        this.place = place;
        this.desk = desk;
        this.sharing = sharing;
        this.rules = rules;
        this.files = files;
    }

    @GetMapping
    @Needs(Permission.SEE_RECORDS)
    JteModel show(@PathVariable long id, @PathVariable long entry, StaffMember staff) {
        var patient = place.patient(id);
        var found = place.shown(patient.id(), entry, staff);
        var view = new EntryView(
                RecordPlace.list(id),
                found,
                rules.decided().of(found.content().category()),
                found.edition() > 1 ? desk.formers(found) : List.of(),
                staff.may(Permission.EDIT_RECORDS),
                place.now());
        return TEMPLATES.recordEntry(place.page(found.content().title()), place.head(patient, staff), view);
    }

    /** Saves the file of a document, as it is or was before it was corrected. */
    @GetMapping("/files/{file:[0-9]{1,18}}")
    @Needs(Permission.SEE_RECORDS)
    Object file(@PathVariable long id, @PathVariable long entry, @PathVariable long file, StaffMember staff) {
        var patient = place.patient(id);
        var found = place.shown(patient.id(), entry, staff);
        boolean named = Stream.concat(
                        Stream.of(found.content()), desk.formers(found).stream().map(FormerEdition::content))
                .anyMatch(content -> content.body() instanceof RecordBody.SharedFile one && one.file() == file);
        if (!named) {
            throw new NoSuchPageException();
        }
        var page = Reply.redirect(RecordPlace.entry(id, found.id()));
        return switch (files.open(new FileId(file))) {
            case Opening.Opened(var content) -> {
                place.saved(patient.id(), found.id(), staff);
                yield FileAnswer.of(content);
            }
            case Opening.Waiting _ -> page.refused("It waits for the virus scanner. Come back when it has answered");
            case Opening.Infected _ ->
                page.refused("The virus scanner refuses this file, and nothing of it was kept. Withdraw the document");
            case Opening.NotThere _ -> throw new NoSuchPageException();
        };
    }

    @PostMapping("/sharing")
    @Needs(Permission.EDIT_RECORDS)
    Reply share(@PathVariable long id, @PathVariable long entry, @RequestParam int version, StaffMember staff) {
        return RecordPlace.answer(
                id,
                sharing.share(new PatientId(id), new RecordId(entry), version, staff.actor()),
                "Shared",
                "This was withdrawn, so it can’t be shared again");
    }

    @PostMapping("/release")
    @Needs(Permission.EDIT_RECORDS)
    Reply release(@PathVariable long id, @PathVariable long entry, @RequestParam int version, StaffMember staff) {
        return RecordPlace.answer(
                id,
                sharing.release(new PatientId(id), new RecordId(entry), version, staff.actor()),
                "Released, and noted that you went over it",
                "Only what is shared can be released");
    }

    @PostMapping("/steps/{step:[0-9]{1,6}}")
    @Needs(Permission.EDIT_RECORDS)
    Reply tick(
            @PathVariable long id,
            @PathVariable long entry,
            @PathVariable int step,
            @RequestParam(defaultValue = "false") boolean done,
            StaffMember staff) {
        return RecordPlace.answer(
                id,
                sharing.tick(new PatientId(id), new RecordId(entry), step, done, place.today(), staff.actor()),
                done ? "Noted as done" : "Noted as not done",
                "This plan has changed meanwhile, and nothing was noted");
    }
}
