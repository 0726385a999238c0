package io.anteroom.tenantadmin.document;

import io.anteroom.clinic.document.DocumentPage;
import io.anteroom.clinic.document.DocumentQuery;
import io.anteroom.clinic.document.DocumentQuery.Show;
import io.anteroom.tenancy.EnumCode;
import io.anteroom.webkit.Pagination;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the list, with the addresses of its neighbours.
 *
 * @param total how many there are of the group that match
 */
public record DocumentsView(DocumentQuery query, List<DocumentRow> rows, long total) {

    static DocumentsView of(DocumentQuery query, DocumentPage page) {
        return new DocumentsView(
                query, page.rows().stream().map(DocumentRow::of).toList(), page.total());
    }

    /** The list's address without a query. */
    public String base() {
        return DocumentRow.base();
    }

    /**
     * A group of documents, as a link.
     *
     * @param shown whether it is the one that is listed
     */
    public record Group(String label, String url, boolean shown) {}

    /** All groups. */
    public List<Group> groups() {
        return Stream.of(Show.values())
                .map(show -> new Group(label(show), url(show, 1), show == query.show()))
                .toList();
    }

    /** The group that is listed, as an address names it. */
    public String shown() {
        return EnumCode.of(query.show());
    }

    /** Whether it is those that wait. */
    public boolean waiting() {
        return query.show() == Show.WAITING;
    }

    /** The way through the pages. */
    public Pagination pages() {
        return new Pagination(query.page(), DocumentQuery.PAGE_SIZE, total, number -> url(query.show(), number));
    }

    private static String label(Show show) {
        return switch (show) {
            case WAITING -> "To review";
            case FILED -> "Filed";
            case REFUSED -> "Refused";
        };
    }

    private String url(Show show, long number) {
        var url = UriComponentsBuilder.fromPath(base()).queryParam("show", EnumCode.of(show));
        if (number > 1) {
            url.queryParam("page", number);
        }
        return query.search().isEmpty()
                ? url.build().toUriString()
                : url.queryParam("q", "{search}")
                        .encode()
                        .buildAndExpand(query.search())
                        .toUriString();
    }
}
