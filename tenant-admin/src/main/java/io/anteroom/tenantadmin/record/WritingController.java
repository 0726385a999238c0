package io.anteroom.tenantadmin.record;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordBody.SharedFile;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordWriting;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Writes an entry, which is a draft until it is shared. Adding and removing rows sends the form like saving does. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/records/new")
class WritingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    /** In place of the file as long as the rest of the form is looked at. */
    private static final SharedFile NONE = new SharedFile(0, "", 0, "");

    private final RecordPlace place;
    private final RecordWriting writing;
    private final EntryFiles files;

    WritingController(RecordPlace place, RecordWriting writing, EntryFiles files) {
        this.place = place;
        this.writing = writing;
        this.files = files;
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
            @RequestParam(required = false) @Nullable MultipartFile file,
            StaffMember staff)
            throws IOException {
        var patient = place.patient(id);
        var form = EntryForm.typed(kind(kind), sent);
        var otherRows = Rows.changed(form, sent);
        if (otherRows.isPresent()) {
            return Reply.page(page(patient, staff, otherRows.get(), attempt));
        }
        boolean document = form.kind() == RecordKind.DOCUMENT;
        var reading = new EntryReading(form, place.today(), document ? NONE : null);
        var content = reading.read();
        FormErrors errors = document && (file == null || file.isEmpty())
                ? reading.errors().with("file", "Choose a file")
                : reading.errors();
        if (content.isEmpty() || errors.any()) {
            return Reply.invalid(page(patient, staff, form.faulty(errors), attempt));
        }
        if (document && file != null) {
            var came = files.take(file, staff.actor());
            if (came.wrong() != null) {
                return Reply.invalid(page(patient, staff, form.faulty(FormErrors.of("file", came.wrong())), attempt));
            }
            content = new EntryReading(form, place.today(), came.file()).read();
        }
        RecordAnswer answer = writing.write(patient.id(), form.kind(), content.orElseThrow(), attempt, staff.actor());
        return RecordPlace.answer(id, answer, "Draft saved. Look it over, then share it", "Nothing was saved");
    }

    private static RecordKind kind(String code) {
        return RecordKind.find(code).orElseThrow(NoSuchPageException::new);
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
                        null,
                        form.kind() == RecordKind.DOCUMENT ? files.field(null) : null),
                form);
    }
}
