package io.anteroom.controlplane.fleet;

import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.form.Option;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The list as it is shown, with the addresses of its other orders and pages. */
public record TenantListView(TenantQuery query, TenantPage page) {

    /**
     * A column one can sort by.
     *
     * @param label its head
     * @param up the order that a first click gives
     * @param down the order that a second click gives
     * @param goesUp whether the first one is ascending
     */
    public record Column(String label, TenantSort up, TenantSort down, boolean goesUp) {

        /** Whether it holds counts, which stand at the right below each other. */
        public boolean counts() {
            return up == TenantSort.PATIENTS || up == TenantSort.SIGN_INS || up == TenantSort.MESSAGES;
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("Organisation", TenantSort.NAME, TenantSort.NAME_DESCENDING, true),
            new Column("State", TenantSort.STATE, TenantSort.STATE_DESCENDING, true),
            new Column("Owner", TenantSort.OWNER, TenantSort.OWNER_DESCENDING, true),
            new Column("Signed up", TenantSort.NEWEST, TenantSort.OLDEST, false),
            new Column("Schema", TenantSort.VERSION, TenantSort.VERSION_DESCENDING, true),
            new Column("Patients", TenantSort.PATIENTS, TenantSort.PATIENTS_ASCENDING, false),
            new Column("Sign-ins", TenantSort.SIGN_INS, TenantSort.SIGN_INS_ASCENDING, false),
            new Column("Messages", TenantSort.MESSAGES, TenantSort.MESSAGES_ASCENDING, false));

    /** The columns, from the left. */
    public List<Column> columns() {
        return COLUMNS;
    }

    /** The address of the list in a column's order, or in the other one if it is in that order already. */
    public String sorted(Column column) {
        return url(query.sort() == column.up() ? column.down() : column.up(), 1);
    }

    /** How the list is sorted by a column, for {@code aria-sort}. */
    public @Nullable String ariaSort(Column column) {
        if (query.sort() == column.up()) {
            return column.goesUp() ? "ascending" : "descending";
        }
        if (query.sort() == column.down()) {
            return column.goesUp() ? "descending" : "ascending";
        }
        return null;
    }

    /** The states one can look for. */
    public List<Option> states() {
        return Stream.concat(
                        Stream.of(new Option("", "Any state")),
                        Stream.of(Standing.values()).map(state -> new Option(state.key(), state.word())))
                .toList();
    }

    /** The way through the pages. */
    public Pagination pages() {
        return new Pagination(query.page(), TenantPage.SIZE, page.total(), number -> url(query.sort(), number));
    }

    /** Whether a page behind the last was asked for, as an old address may. */
    boolean isBehindTheLast() {
        return page.rows().isEmpty() && query.page() > 1;
    }

    /** The address of the first page. */
    String first() {
        return url(query.sort(), 1);
    }

    /** How many there are, in words. */
    public String found() {
        return page.total() == 1 ? "1 tenant" : String.format("%,d tenants", page.total());
    }

    private String url(TenantSort sort, long number) {
        return UriComponentsBuilder.fromPath("/tenants")
                .queryParam("q", "{q}")
                .queryParam("state", query.stateKey())
                .queryParam("sort", sort.code())
                .queryParam("page", number)
                .encode()
                .buildAndExpand(query.text())
                .toUriString();
    }
}
