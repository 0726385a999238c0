package io.anteroom.tenantadmin.billing.money;

import io.anteroom.clinic.billing.money.PaymentPage;
import io.anteroom.clinic.billing.money.PaymentQuery;
import io.anteroom.clinic.billing.money.PaymentQuery.Outcome;
import io.anteroom.webkit.Pagination;
import java.util.Locale;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the payments, with the addresses of its neighbours.
 *
 * @param base the list's address without a query
 */
public record PaymentsView(String base, PaymentQuery query, PaymentPage page) {

    /** The address of the payments with that outcome, from the first page. */
    public String show(Outcome show) {
        return url(show, 1);
    }

    /** The way through the pages. */
    public Pagination pages() {
        return new Pagination(
                query.page(), PaymentQuery.PAGE_SIZE, page.count(query.show()), number -> url(query.show(), number));
    }

    /** Whether nothing narrows the list. */
    public boolean isWhole() {
        return query.show() == Outcome.ALL && query.from() == null && query.until() == null;
    }

    /** How an outcome stands in addresses. */
    public static String key(Outcome show) {
        return show.name().toLowerCase(Locale.ROOT);
    }

    /** An outcome's name. */
    public static String label(Outcome show) {
        return switch (show) {
            case ALL -> "All";
            case ARRIVED -> "Paid";
            case REFUNDED -> "Given back";
            case NOT_ARRIVED -> "Given back, not arrived";
            case SURPLUS -> "To give back";
            case UNDER_WAY -> "Under way";
            case FAILED -> "Failed";
            case LEFT -> "Not completed";
        };
    }

    private String url(Outcome show, long number) {
        var url = UriComponentsBuilder.fromPath(base).queryParam("show", key(show));
        if (query.from() != null) {
            url.queryParam("from", query.from());
        }
        if (query.until() != null) {
            url.queryParam("until", query.until());
        }
        return (number > 1 ? url.queryParam("page", number) : url).toUriString();
    }
}
