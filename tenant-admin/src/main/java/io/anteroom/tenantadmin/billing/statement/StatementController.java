package io.anteroom.tenantadmin.billing.statement;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.statement.Statement;
import io.anteroom.clinic.billing.statement.StatementDays;
import io.anteroom.clinic.billing.statement.StatementPaper;
import io.anteroom.clinic.billing.statement.Statements;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A patient's statement; the PDF is in the patient's language, since it is handed to the patient. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{patient}/invoices/statement")
class StatementController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Statements statements;
    private final StatementPaper paper;
    private final StaffPages pages;

    StatementController(Statements statements, StatementPaper paper, StaffPages pages) {
        this.statements = statements;
        this.paper = paper;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.SEE_INVOICES)
    JteModel show(
            @PathVariable long patient,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        StatementDays days = StatementDays.of(from, until, statements.today());
        return TEMPLATES.billingStatementShow(
                pages.page(StaffSection.PATIENTS, "Statement of account"),
                "/o/" + CurrentTenant.get().slug() + "/patients/" + patient + "/invoices",
                days,
                find(patient, days),
                Formats.ofClinic());
    }

    @GetMapping("/pdf")
    @Needs(Permission.SEE_INVOICES)
    ResponseEntity<byte[]> pdf(
            @PathVariable long patient,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        StatementDays days = StatementDays.of(from, until, statements.today());
        String name = "statement-" + days.from() + "-" + days.until() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(paper.printFor(new PatientId(patient), find(patient, days)));
    }

    private Statement find(long patient, StatementDays days) {
        return statements.of(new PatientId(patient), days.from(), days.until()).orElseThrow(NoSuchPageException::new);
    }
}
