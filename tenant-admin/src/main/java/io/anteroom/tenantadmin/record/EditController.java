package io.anteroom.tenantadmin.record;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.record.RecordAnswer;
import io.anteroom.clinic.record.RecordBody.SharedFile;
import io.anteroom.clinic.record.RecordContent;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordState;
import io.anteroom.clinic.record.RecordWriting;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Changes a draft, or corrects what was shared. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/records/{entry:[0-9]{1,18}}/edit")
class EditController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final RecordPlace place;
    private final RecordWriting writing;
    private final EntryFiles files;

    EditController(RecordPlace place, RecordWriting writing, EntryFiles files) {
        this.place = place;
        this.writing = writing;
        this.files = files;
    }

    @GetMapping
    @Needs(Permission.EDIT_RECORDS)
    JteModel edit(@PathVariable long id, @PathVariable long entry, StaffMember staff) {
        var patient = place.patient(id);
        var found = editable(patient, entry, staff);
        return page(patient, staff, found, found.version(), EntryForm.of(found.kind(), found.content()), null);
    }

    @PostMapping
    @Needs(Permission.EDIT_RECORDS)
    Reply save(
            @PathVariable long id,
            @PathVariable long entry,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            StaffMember staff)
            throws IOException {
        var patient = place.patient(id);
        var found = editable(patient, entry, staff);
        var form = EntryForm.typed(found.kind(), sent);
        var otherRows = Rows.changed(form, sent);
        if (otherRows.isPresent()) {
            return Reply.page(page(patient, staff, found, version, otherRows.get(), null));
        }
        SharedFile there = there(found);
        var reading = new EntryReading(form, place.today(), there);
        Optional<RecordContent> content = reading.read();
        Optional<String> correction = correcting(found) ? reading.correction() : Optional.empty();
        if (content.isEmpty() || reading.errors().any()) {
            return Reply.invalid(page(patient, staff, found, version, form.faulty(reading.errors()), null));
        }
        if (there != null && file != null && !file.isEmpty()) {
            var came = files.take(file, staff.actor());
            if (came.wrong() != null) {
                return Reply.invalid(
                        page(patient, staff, found, version, form.faulty(FormErrors.of("file", came.wrong())), null));
            }
            content = new EntryReading(form, place.today(), came.file()).read();
        }
        RecordAnswer answer = writing.change(
                patient.id(), found.id(), version, content.orElseThrow(), correction.orElse(null), staff.actor());
        return answer instanceof RecordAnswer.Meanwhile(RecordEntry current)
                ? Reply.page(HttpStatus.CONFLICT, page(patient, staff, current, current.version(), form, current))
                : RecordPlace.answer(
                        id,
                        answer,
                        correcting(found) ? "Corrected. What it said before is kept" : "Draft saved",
                        "This was withdrawn meanwhile, so it was not changed");
    }

    private static @Nullable SharedFile there(RecordEntry entry) {
        return entry.content().body() instanceof SharedFile file ? file : null;
    }

    /** What can still be changed. */
    private RecordEntry editable(Patient patient, long entry, StaffMember staff) {
        var found = place.shown(patient.id(), entry, staff);
        if (found.state() == RecordState.WITHDRAWN) {
            throw new NoSuchPageException();
        }
        return found;
    }

    private static boolean correcting(RecordEntry entry) {
        return entry.state() == RecordState.SHARED;
    }

    /** @param version of the entry that whoever types has seen: one who saved meanwhile is not overwritten by a second try */
    private JteModel page(
            Patient patient,
            StaffMember staff,
            RecordEntry entry,
            int version,
            EntryForm form,
            @Nullable RecordEntry meanwhile) {
        String url = RecordPlace.entry(patient.id().value(), entry.id());
        String title = correcting(entry) ? "Correct what you shared" : "Edit draft";
        String happened = meanwhile == null
                ? null
                : "Somebody changed this entry while you edited it; the last to write it was " + meanwhile.writtenBy()
                        + ", on " + Moments.moment(meanwhile.writtenAt());
        return TEMPLATES.recordForm(
                place.page(title),
                place.head(patient, staff),
                new FormFrame(
                        title,
                        url + "/edit",
                        url,
                        "version",
                        Integer.toString(version),
                        correcting(entry),
                        happened,
                        entry.kind() == RecordKind.DOCUMENT ? files.field(there(entry)) : null),
                form);
    }
}
