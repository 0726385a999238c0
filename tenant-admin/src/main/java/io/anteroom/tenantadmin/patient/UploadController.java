package io.anteroom.tenantadmin.patient;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.intake.FileRefusal;
import io.anteroom.clinic.patient.intake.ImportId;
import io.anteroom.clinic.patient.intake.PatientImports;
import io.anteroom.clinic.patient.intake.PatientImports.Brought;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing a file of patients. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/import")
class UploadController {

    private final PatientImports imports;
    private final ImportPages pages;

    UploadController(PatientImports imports, ImportPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.IMPORT_PATIENTS)
    JteModel choose() {
        return pages.upload(imports.newest(), FormErrors.none());
    }

    @PostMapping
    @Needs(Permission.IMPORT_PATIENTS)
    Reply bring(@RequestParam(required = false) @Nullable MultipartFile file, StaffMember staff) throws IOException {
        byte[] bytes = file == null ? new byte[0] : start(file);
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (imports.bring(name, bytes, staff.actor())) {
            case Brought.Staged(ImportId id) -> Reply.redirect(ImportPages.url(id));
            case Brought.Refused(FileRefusal why) ->
                Reply.invalid(pages.upload(imports.newest(), FormErrors.of("file", why.words())));
        };
    }

    /** So much that a file that is too large is known to be. */
    private static byte[] start(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(PatientImports.LARGEST + 1);
        }
    }
}
