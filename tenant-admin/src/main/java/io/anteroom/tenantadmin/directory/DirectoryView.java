package io.anteroom.tenantadmin.directory;

import io.anteroom.clinic.access.directory.AccountPage;
import io.anteroom.clinic.access.directory.AccountRow;
import io.anteroom.clinic.access.directory.DirectoryFilter;
import io.anteroom.clinic.access.directory.DirectorySort;
import io.anteroom.clinic.access.directory.PatientsWithout;
import io.anteroom.tenantadmin.patient.Counted;
import io.anteroom.webkit.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list as it is shown.
 *
 * @param base its address without a query
 * @param country whose way of writing phone numbers is used
 * @param accounts the page of accounts, or null where patients are listed
 * @param patients the page of patients without credentials, or null where accounts are listed
 */
public record DirectoryView(
        String base,
        ListQuery query,
        String country,
        @Nullable AccountPage accounts,
        PatientsWithout.@Nullable Page patients) {

    /**
     * A filter to choose.
     *
     * @param chosen {@code true} where it is the one shown, else null
     */
    public record Chip(String label, String href, @Nullable String chosen) {}

    /** The filters, in order. */
    public List<Chip> chips() {
        return List.of(
                chip("All", DirectoryFilter.ALL.code()),
                chip("Unverified", DirectoryFilter.UNVERIFIED.code()),
                chip("Locked", DirectoryFilter.LOCKED.code()),
                chip("Never signed in", DirectoryFilter.NEVER_SIGNED_IN.code()),
                chip("No credentials", ListQuery.NO_CREDENTIALS));
    }

    private Chip chip(String label, String code) {
        return new Chip(label, query.url(base, code, query.order(), 1), code.equals(query.shown()) ? "true" : null);
    }

    /** Whether anything narrows the list. */
    public boolean narrowed() {
        return !query.typed().isBlank() || !query.shown().equals(DirectoryFilter.ALL.code());
    }

    /** The address of the list in that order, or in the other one if it is in that order already. */
    public String sorted(DirectorySort by, DirectorySort otherwise) {
        return query.url(base, query.shown(), query.order() == by ? otherwise : by, 1);
    }

    /** How the list is sorted by a column of these two orders, for {@code aria-sort}. */
    public @Nullable String ariaSort(DirectorySort up, DirectorySort down) {
        if (query.order() == up) {
            return "ascending";
        }
        return query.order() == down ? "descending" : null;
    }

    /** The address of an account's panel. */
    public String account(AccountRow row) {
        return query.on(base + "/" + row.id());
    }

    /** The address of a patient's tab Online access. */
    public String record(long patient) {
        return base.substring(0, base.indexOf("/settings/")) + "/patients/" + patient + "/online-access";
    }

    /** How many there are, in words, for those who hear the page. */
    public String found() {
        return patients == null ? Counted.of(total(), "account") : Counted.of(total(), "patient");
    }

    /** The way through the pages. */
    public Pagination pages() {
        int number = patients == null ? accountPage().number() : patients.number();
        return new Pagination(
                number, AccountPage.SIZE, total(), other -> query.url(base, query.shown(), query.order(), other));
    }

    private long total() {
        return patients == null ? accountPage().total() : patients.total();
    }

    private AccountPage accountPage() {
        return accounts == null ? new AccountPage(List.of(), 1, 0) : accounts;
    }
}
