package io.anteroom.tenantadmin.record;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordWriting;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes an entry, which is a draft until it is shared. Adding and removing rows sends the form like saving does. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/records/new")
class WritingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final RecordPlace place;
    private final RecordWriting writing;

    WritingController(RecordPlace place, RecordWriting writing) {
        this.place = place;
        this.writing = writing;
    }

    @GetMapping
    @Needs(Permission.EDIT_RECORDS)
    JteModel blank(@PathVariable long id, @RequestParam(defaultValue = "") String kind, StaffMember staff) {
        var form = EntryForm.blank(kind(kind), place.today());
        return page(place.patient(id), staff, form, UUID.randomUUID());
    }

    @PostMapping
    @Needs(Permission.EDIT_RECORDS)
    Reply write(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam UUID attempt,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        var patient = place.patient(id);
        var form = EntryForm.typed(kind(kind), sent);
        var otherRows = Rows.changed(form, sent);
        if (otherRows.isPresent()) {
            return Reply.page(page(patient, staff, otherRows.get(), attempt));
        }
        var reading = new EntryReading(form, place.today());
        var content = reading.read();
        if (content.isEmpty()) {
            return Reply.invalid(page(patient, staff, form.faulty(reading.errors()), attempt));
        }
        RecordAnswer answer = writing.write(patient.id(), form.kind(), content.get(), attempt, staff.actor());
        return RecordPlace.answer(id, answer, "Draft saved. Look it over, then share it", "Nothing was saved");
    }

    private static RecordKind kind(String code) {
        return RecordKind.find(code).filter(one -> one != RecordKind.DOCUMENT).orElseThrow(NoSuchPageException::new);
    }

    private JteModel page(Patient patient, StaffMember staff, EntryForm form, UUID attempt) {
        String list = RecordPlace.list(patient.id().value());
        String title = "New " + form.kind().words().toLowerCase(Locale.ROOT);
        return TEMPLATES.recordForm(
                place.page(title),
                place.head(patient, staff),
                new FormFrame(
                        title,
                        list + "/new?kind=" + form.kind().code(),
                        list,
                        "attempt",
                        attempt.toString(),
                        false,
                        null),
                form);
    }
}
