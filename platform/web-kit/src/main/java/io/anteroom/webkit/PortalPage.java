package io.anteroom.webkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a clinic's portal, around its content.
 *
 * @param title what the page is, for the browser's tab; the clinic's name is put behind it
 * @param brand the clinic's look
 * @param active the key of the navigation entry this page belongs to
 * @param nav the entries offered; none on pages before sign-in
 * @param person who is signed in, if anybody
 */
public record PortalPage(
        String title,
        Brand brand,
        @Nullable String active,
        List<NavItem> nav,
        @Nullable Person person) {

    /** A phone's bar has room for so many entries; of more, the last place says what else there is. */
    private static final int ROOM = 4;

    /** How many of the entries stand in a phone's bar at once. */
    public int navAtOnce() {
        return nav.size() <= ROOM ? nav.size() : ROOM - 1;
    }

    /** The others, behind <em>More</em> there. */
    public List<NavItem> navLater() {
        return nav.subList(navAtOnce(), nav.size());
    }

    /**
     * Who uses the portal.
     *
     * @param name the person's name, or the address they signed in with
     * @param actingFor the name of the patient whose data is shown, where that is somebody else or one of several
     * @param switchUrl where to choose another patient, where there are several
     * @param hasRecord whether the person sees anybody's record, so that there is something to say of it
     * @param hasLog whether the person may see who used that record
     * @param hasProfile whether the clinic offers the pages of contact details and preferences
     * @param hasCards whether the person keeps cards that no entry of the menu leads to, on a page of their own account
     */
    public record Person(
            String name,
            @Nullable String actingFor,
            @Nullable String switchUrl,
            boolean hasRecord,
            boolean hasLog,
            boolean hasProfile,
            boolean hasCards) {

        /** The same person, whose cards the page leads to. */
        public Person withCards() {
            return new Person(name, actingFor, switchUrl, hasRecord, hasLog, hasProfile, true);
        }
    }

    /** A page for somebody not signed in. */
    public static PortalPage signedOut(String title, Brand brand) {
        return new PortalPage(title, brand, null, List.of(), null);
    }
}
