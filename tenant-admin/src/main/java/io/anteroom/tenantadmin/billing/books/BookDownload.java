package io.anteroom.tenantadmin.billing.books;

import io.anteroom.clinic.billing.books.Book;
import io.anteroom.clinic.billing.books.BooksExport;
import io.anteroom.clinic.billing.statement.StatementDays;
import io.anteroom.clinic.billing.statement.Statements;
import io.anteroom.clinic.staff.StaffMember;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with a file for the books. */
@Component
public class BookDownload {

    private final BooksExport export;
    private final Statements statements;

    BookDownload(BooksExport export, Statements statements) {
        this.export = export;
        this.statements = statements;
    }

    /**
     * Sends the file of these days, as they were typed; one that is not by days is named by today.
     *
     * @throws IOException if the browser takes no more
     */
    public void send(Book book, String from, String until, StaffMember staff, HttpServletResponse response)
            throws IOException {
        LocalDate today = statements.today();
        StatementDays days = StatementDays.of(from, until, today);
        String named = book.isByDays() ? days.from() + "-" + days.until() : today.toString();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(book.file() + "-" + named + ".csv")
                        .build()
                        .toString());
        export.write(book, days.from(), days.until(), staff.actor(), response.getWriter());
    }
}
