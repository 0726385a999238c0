package io.anteroom.tenantadmin.patient;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.patient.DateOrder;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.intake.ColumnMapping;
import io.anteroom.clinic.patient.intake.ImportId;
import io.anteroom.clinic.patient.intake.ImportState;
import io.anteroom.clinic.patient.intake.PatientImport;
import io.anteroom.clinic.patient.intake.PatientImports;
import io.anteroom.clinic.patient.intake.Verdict;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.StaffPage;
import io.anteroom.webkit.form.Field;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the pages of an import, one per state. */
@Component
class ImportPages {

    private static final Templates TEMPLATES = new StaticTemplates();
    private static final int ROWS = 50;

    private final PatientImports imports;
    private final StaffPages pages;

    ImportPages(PatientImports imports, StaffPages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    static String url() {
        return "/o/" + CurrentTenant.get().slug() + "/patients/import";
    }

    static String url(ImportId id) {
        return url() + "/" + id;
    }

    JteModel upload(List<PatientImport> newest, FormErrors errors) {
        return TEMPLATES.patientImportUpload(frame("Import patients"), url(), newest, errors);
    }

    JteModel of(PatientImport file, String step, String rows, int page) {
        if (file.state() == ImportState.MAPPING || (file.state() == ImportState.CHECKED && step.equals("columns"))) {
            return columns(file, file.mapping(), file.dateOrder(), FormErrors.none());
        }
        if (file.state().underway()) {
            return TEMPLATES.patientImportUnderway(frame("Import patients"), url(file.id()), file);
        }
        return rows(file, rows, page);
    }

    /** What moves while it is under way; when it no longer is, the browser is to load the page. */
    JteModel progress(PatientImport file) {
        return TEMPLATES.patientImportProgress(url(file.id()), file);
    }

    JteModel columns(PatientImport file, ColumnMapping mapping, DateOrder order, FormErrors errors) {
        List<List<String>> samples = imports.samples(file);
        List<ImportColumn> columns = IntStream.range(0, file.header().size())
                .mapToObj(i -> new ImportColumn(
                        file.header().get(i),
                        samples.get(i),
                        Field.select("column-" + i, file.header().get(i), fields())
                                .value(mapping.fields()
                                        .get(i)
                                        .map(PatientField::code)
                                        .orElse(""))))
                .toList();
        Field dates = Field.radios(
                        "dateOrder",
                        "Dates of birth in the file are written as",
                        Stream.of(DateOrder.values())
                                .map(one -> new Option(one.code(), one.words() + ", like " + one.example()))
                                .toList())
                .value(order.code());
        return TEMPLATES.patientImportColumns(frame("Import patients"), url(file.id()), file, columns, dates, errors);
    }

    private JteModel rows(PatientImport file, String shown, int page) {
        Verdict verdict = Verdict.ofCode(shown).orElse(file.errors() > 0 ? Verdict.ERROR : Verdict.READY);
        int number = Math.clamp(page, 1, 1_000);
        int total = switch (verdict) {
            case READY -> file.state() == ImportState.DONE ? 0 : file.ready();
            case DUPLICATE -> file.duplicates();
            case ERROR -> file.errors();
        };
        var list = new ImportRowsView(
                verdict,
                imports.rows(file.id(), verdict, ROWS, (number - 1) * ROWS),
                new Pagination(
                        number, ROWS, total, other -> url(file.id()) + "?rows=" + verdict.code() + "&page=" + other));
        return TEMPLATES.patientImportReport(frame("Import patients"), url(file.id()), file, list);
    }

    private static List<Option> fields() {
        List<Option> options = new ArrayList<>(List.of(new Option("", "Leave out")));
        for (PatientField field : PatientField.values()) {
            options.add(new Option(field.code(), field.label()));
        }
        return options;
    }

    private StaffPage frame(String title) {
        return pages.page(StaffSection.PATIENTS, title);
    }
}
