package io.anteroom.portal.billing;

import static io.anteroom.language.Say.say;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.statement.Statement;
import io.anteroom.clinic.billing.statement.StatementDays;
import io.anteroom.clinic.billing.statement.StatementPaper;
import io.anteroom.clinic.billing.statement.Statements;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.frame.PortalSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The statement of account of the patient acted for. */
@Controller
@OnHost(Host.PORTAL)
@RequestMapping("/invoices/statement")
class StatementController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Statements statements;
    private final StatementPaper paper;
    private final PortalPages pages;

    StatementController(Statements statements, StatementPaper paper, PortalPages pages) {
        this.statements = statements;
        this.paper = paper;
        this.pages = pages;
    }

    @GetMapping
    JteModel show(
            VisibleChart chart,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        StatementDays days = StatementDays.of(from, until, statements.today());
        return TEMPLATES.billingStatement(
                pages.page(PortalSection.INVOICES, say("Statement of account")),
                days,
                find(chart, days),
                Formats.ofClinic());
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(
            VisibleChart chart,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        StatementDays days = StatementDays.of(from, until, statements.today());
        return Pdf.answer("statement-" + days.from() + "-" + days.until(), paper.print(find(chart, days)));
    }

    /** Whoever may not see the money of the patient acted for finds none, as if there were no such page. */
    private Statement find(VisibleChart chart, StatementDays days) {
        return chart.listedFor(AccessScope.MONEY).stream()
                .findFirst()
                .flatMap(patient -> statements.of(patient, days.from(), days.until()))
                .orElseThrow(NoSuchPageException::new);
    }
}
