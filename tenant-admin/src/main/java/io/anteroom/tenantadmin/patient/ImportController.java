package io.anteroom.tenantadmin.patient;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.DateOrder;
import io.anteroom.clinic.patient.intake.ColumnMapping;
import io.anteroom.clinic.patient.intake.ImportId;
import io.anteroom.clinic.patient.intake.PatientImport;
import io.anteroom.clinic.patient.intake.PatientImports;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One file of patients on its way in: what its columns are, what is wrong with its rows, and taking it in. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/import/{id}")
class ImportController {

    private final PatientImports imports;
    private final ImportPages pages;

    ImportController(PatientImports imports, ImportPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    /** The page of the state it is in; while it is under way, only what moves if that is all that's wanted. */
    @GetMapping
    @Needs(Permission.IMPORT_PATIENTS)
    JteModel show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response) {
        PatientImport file = find(id);
        if (Htmx.wantsFragment(request)) {
            if (!file.state().underway()) {
                response.setHeader("HX-Refresh", "true");
            }
            return pages.progress(file);
        }
        return pages.of(file, step, rows, page);
    }

    @PostMapping("/columns")
    @Needs(Permission.IMPORT_PATIENTS)
    Reply map(@PathVariable String id, @RequestParam Map<String, String> typed) {
        PatientImport file = find(id);
        ColumnMapping mapping =
                ColumnMapping.ofCodes(IntStream.range(0, file.header().size())
                        .mapToObj(column -> typed.getOrDefault("column-" + column, ""))
                        .toList());
        DateOrder order = DateOrder.ofCode(typed.getOrDefault("dateOrder", "")).orElse(file.dateOrder());
        List<String> problems = mapping.problems();
        if (!problems.isEmpty()) {
            FormErrors errors = FormErrors.none();
            for (String problem : problems) {
                errors = errors.and(FormErrors.ofForm(problem));
            }
            return Reply.invalid(pages.columns(file, mapping, order, errors));
        }
        imports.check(file.id(), mapping, order);
        return Reply.redirect(ImportPages.url(file.id()));
    }

    @PostMapping("/start")
    @Needs(Permission.IMPORT_PATIENTS)
    Reply start(@PathVariable String id) {
        PatientImport file = find(id);
        imports.start(file.id());
        return Reply.redirect(ImportPages.url(file.id()));
    }

    @PostMapping("/discard")
    @Needs(Permission.IMPORT_PATIENTS)
    Reply discard(@PathVariable String id) {
        PatientImport file = find(id);
        return imports.discard(file.id())
                ? Reply.redirect(ImportPages.url()).done("File discarded. Nothing was imported")
                : Reply.redirect(ImportPages.url(file.id()))
                        .refused("Not discarded: somebody has started the import meanwhile");
    }

    @GetMapping("/left-out.csv")
    @Needs(Permission.IMPORT_PATIENTS)
    ResponseEntity<byte[]> leftOut(@PathVariable String id) {
        PatientImport file = find(id);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("left-out.csv")
                                .build()
                                .toString())
                .body(imports.leftOut(file).getBytes(StandardCharsets.UTF_8));
    }

    private PatientImport find(String id) {
        return ImportId.parse(id).flatMap(imports::find).orElseThrow(NoSuchPageException::new);
    }
}
