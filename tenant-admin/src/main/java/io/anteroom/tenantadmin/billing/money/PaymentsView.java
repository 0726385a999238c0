package io.anteroom.tenantadmin.billing.money;

import io.anteroom.clinic.billing.money.PaymentPage;
import io.anteroom.clinic.billing.money.PaymentQuery;
import io.anteroom.clinic.billing.money.PaymentQuery.Outcome;
import io.anteroom.clinic.billing.money.PaymentRow;
import io.anteroom.tenantadmin.billing.PaymentBadge;
import io.anteroom.webkit.Badge;
import io.anteroom.webkit.Pagination;
import java.util.Locale;
import java.util.Optional;
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

    /** How a payment stands. */
    public static Badge badge(PaymentRow row) {
        return row.settled() ? Badge.quiet("Settled another way") : PaymentBadge.of(row.payment());
    }

    /** That it is disputed, or was in vain; nothing where that is not so, or over in the clinic's favour. */
    public static Optional<Badge> dispute(PaymentRow row) {
        return Optional.ofNullable(row.dispute()).flatMap(status -> switch (status) {
            case "won", "warning_closed", "prevented" -> Optional.empty();
            case "lost" -> Optional.of(Badge.bad("Dispute lost"));
            default -> Optional.of(Badge.bad("Disputed"));
        });
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
