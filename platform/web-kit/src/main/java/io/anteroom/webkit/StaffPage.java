package io.anteroom.webkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page for the staff of one organisation, around its content.
 *
 * @param title what the page is, for the browser's tab
 * @param organisation the organisation worked in
 * @param nav the entries of the left column
 * @param active the key of the entry this page belongs to
 * @param subnav the entries of a second column, as in settings; none elsewhere
 * @param subactive the key of the entry of the second column
 * @param searchUrl where the search over everything is, or null for none
 * @param person the name of who works
 * @param switchUrl where to choose another organisation, for people who have several
 * @param signOutUrl where the form that signs out is sent
 */
public record StaffPage(
        String title,
        String organisation,
        List<NavItem> nav,
        @Nullable String active,
        List<NavItem> subnav,
        @Nullable String subactive,
        @Nullable String searchUrl,
        String person,
        @Nullable String switchUrl,
        String signOutUrl) {

    /** A page without a search over everything. */
    public StaffPage(
            String title,
            String organisation,
            List<NavItem> nav,
            @Nullable String active,
            List<NavItem> subnav,
            @Nullable String subactive,
            String person,
            @Nullable String switchUrl,
            String signOutUrl) {
        this(title, organisation, nav, active, subnav, subactive, null, person, switchUrl, signOutUrl);
    }

    /** The same page with a search. */
    public StaffPage searchedAt(String url) {
        return new StaffPage(title, organisation, nav, active, subnav, subactive, url, person, switchUrl, signOutUrl);
    }

    /** The same page in a group of pages that has a navigation of its own. */
    public StaffPage within(List<NavItem> entries, String key) {
        return new StaffPage(title, organisation, nav, active, entries, key, searchUrl, person, switchUrl, signOutUrl);
    }
}
