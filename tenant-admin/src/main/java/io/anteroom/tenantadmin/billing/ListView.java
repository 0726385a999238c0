package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.InvoicePage;
import io.anteroom.clinic.billing.InvoiceQuery;
import io.anteroom.clinic.billing.InvoiceQuery.Order;
import io.anteroom.clinic.billing.InvoiceQuery.Show;
import io.anteroom.webkit.Pagination;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the list, with the addresses of its neighbours: other groups, other orders, other pages.
 *
 * @param base the list's address without a query
 */
public record ListView(String base, InvoiceQuery query, InvoicePage page) {

    /** The address of a group, from its first page. */
    public String show(Show show) {
        return url(show, query.order(), query.descending(), 1);
    }

    /** The address of the list sorted by a column; sorted by it already, the other way round. */
    public String sort(Order order) {
        boolean descending = query.order() == order ? !query.descending() : order != Order.PATIENT;
        return url(query.show(), order, descending, 1);
    }

    /** How a column is sorted, for {@code aria-sort}; nothing where it is not. */
    public @Nullable String sorted(Order order) {
        return query.order() != order ? null : query.descending() ? "descending" : "ascending";
    }

    /** How the cells of a column are set; a phone has room for who, what is to pay, and the state. */
    public static @Nullable String cell(Order order) {
        return switch (order) {
            case NUMBER -> "nowrap";
            case PATIENT -> null;
            case ISSUED, DUE -> "nowrap d-none d-md-table-cell";
            case TOTAL -> "end num d-none d-md-table-cell";
        };
    }

    /** The way through the pages. */
    public Pagination pages() {
        return new Pagination(
                query.page(),
                InvoiceQuery.PAGE_SIZE,
                page.total(),
                number -> url(query.show(), query.order(), query.descending(), number));
    }

    /** Where all drafts that are found are sent from. */
    public String sendAll() {
        var url = UriComponentsBuilder.fromPath(base + "/batches/new").queryParam("all", "true");
        if (query.patient() != null) {
            url.queryParam("patient", query.patient().value());
        }
        return query.search().isEmpty()
                ? url.build().toUriString()
                : url.queryParam("q", "{search}")
                        .encode()
                        .buildAndExpand(query.search())
                        .toUriString();
    }

    /** How many are in a group. */
    public long count(Show show) {
        return page.counts().getOrDefault(show, 0L);
    }

    /** The groups to choose from: that of instalments only where there are any. */
    public List<Show> groups() {
        return Arrays.stream(Show.values())
                .filter(show ->
                        show == query.show() || count(show) > 0 || (show != Show.IN_INSTALMENTS && show != Show.PAUSED))
                .toList();
    }

    /** A group's name. */
    public static String label(Show show) {
        return switch (show) {
            case ALL -> "All";
            case DRAFT -> "Drafts";
            case UNPAID -> "Unpaid";
            case OVERDUE -> "Overdue";
            case IN_INSTALMENTS -> "In instalments";
            case PAUSED -> "Instalments paused";
            case PAID -> "Paid";
            case REFUNDED -> "Refunded";
            case CREDITED -> "Credited";
            case VOID -> "Void";
        };
    }

    private String url(Show show, Order order, boolean descending, long number) {
        var url = UriComponentsBuilder.fromPath(base)
                .queryParam("show", show.name().toLowerCase(Locale.ROOT))
                .queryParam("sort", (descending ? "-" : "") + order.name().toLowerCase(Locale.ROOT));
        if (!query.search().isEmpty()) {
            url.queryParam("q", "{search}");
        }
        if (query.from() != null) {
            url.queryParam("from", query.from());
        }
        if (query.until() != null) {
            url.queryParam("until", query.until());
        }
        if (query.patient() != null) {
            url.queryParam("patient", query.patient().value());
        }
        if (number > 1) {
            url.queryParam("page", number);
        }
        return query.search().isEmpty()
                ? url.build().toUriString()
                : url.encode().buildAndExpand(query.search()).toUriString();
    }
}
