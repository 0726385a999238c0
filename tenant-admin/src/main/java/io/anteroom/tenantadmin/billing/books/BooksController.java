package io.anteroom.tenantadmin.billing.books;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.books.Book;
import io.anteroom.clinic.billing.statement.StatementDays;
import io.anteroom.clinic.billing.statement.Statements;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Files for the books, by days. A file is posted for, since it leaves a trace in the audit log. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/books")
class BooksController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final BookDownload download;
    private final Statements statements;
    private final StaffPages pages;

    BooksController(BookDownload download, Statements statements, StaffPages pages) {
        this.download = download;
        this.statements = statements;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.EXPORT_BOOKS)
    JteModel ask() {
        return TEMPLATES.billingBooksAsk(
                pages.page(StaffSection.INVOICES, "For the books"),
                "/o/" + CurrentTenant.get().slug() + "/invoices",
                StatementDays.of("", "", statements.today()));
    }

    @PostMapping
    @Needs(Permission.EXPORT_BOOKS)
    void download(
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            StaffMember staff,
            HttpServletResponse response)
            throws IOException {
        Book book = Arrays.stream(Book.values())
                .filter(one -> one.file().equals(what))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
        download.send(book, from, until, staff, response);
    }
}
