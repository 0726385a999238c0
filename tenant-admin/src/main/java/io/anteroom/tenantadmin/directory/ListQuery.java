package io.anteroom.tenantadmin.directory;

import io.anteroom.clinic.access.directory.DirectoryFilter;
import io.anteroom.clinic.access.directory.DirectoryQuery;
import io.anteroom.clinic.access.directory.DirectorySort;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What part of the list is looked at, as its address has it. Every address below the list carries it along, so that one
 * comes back to where one was.
 *
 * @param q what was typed
 * @param show the code of a filter
 * @param sort the code of an order
 * @param page the number of the page
 */
public record ListQuery(
        @Nullable String q,
        @Nullable String show,
        @Nullable String sort,
        @Nullable String page) {

    /** The one filter that lists patients and not accounts. */
    public static final String NO_CREDENTIALS = "no-credentials";

    /** What was typed, or nothing. */
    public String typed() {
        return Objects.requireNonNullElse(q, "");
    }

    /** Whether the patients without credentials are wanted. */
    public boolean withoutCredentials() {
        return NO_CREDENTIALS.equals(show);
    }

    /** The code of the filter, as the application knows it. */
    public String shown() {
        return withoutCredentials() ? NO_CREDENTIALS : filter().code();
    }

    DirectoryFilter filter() {
        return DirectoryFilter.ofCode(Objects.requireNonNullElse(show, ""));
    }

    /** The order, by name for a code we don't know. */
    public DirectorySort order() {
        return DirectorySort.ofCode(Objects.requireNonNullElse(sort, ""));
    }

    int number() {
        try {
            return page == null ? 1 : Integer.parseInt(page);
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }

    DirectoryQuery accounts() {
        return new DirectoryQuery(typed(), filter(), order());
    }

    /** {@code path} with this query behind it. */
    String on(String path) {
        return url(path, shown(), order(), number());
    }

    String url(String path, String filter, DirectorySort by, long number) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .queryParam("show", filter)
                .queryParam("sort", by.code())
                .queryParam("page", number)
                .encode()
                .buildAndExpand(typed())
                .toUriString();
    }
}
