package io.anteroom.tenantadmin.billing.price;

import io.anteroom.clinic.billing.price.PricePage;
import io.anteroom.webkit.Pagination;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the price list.
 *
 * @param base the list's address without a query
 * @param retired whether those that are offered no more are shown
 */
public record PriceListView(String base, String search, boolean retired, int number, PricePage page) {

    /** The way through the pages. */
    public Pagination pages() {
        return new Pagination(number, PricePage.SIZE, page.total(), this::url);
    }

    private String url(long page) {
        var url = UriComponentsBuilder.fromPath(base);
        if (retired) {
            url.queryParam("retired", "true");
        }
        if (page > 1) {
            url.queryParam("page", page);
        }
        return search.isEmpty()
                ? url.build().toUriString()
                : url.queryParam("q", "{search}")
                        .encode()
                        .buildAndExpand(search)
                        .toUriString();
    }
}
