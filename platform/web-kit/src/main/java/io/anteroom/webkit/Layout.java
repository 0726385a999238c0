package io.anteroom.webkit;

import gg.jte.Content;
import io.anteroom.webkit.templates.StaticTemplates;
import io.anteroom.webkit.templates.Templates;

/**
 * The frames around pages. A template of any module is written as {@code ${Layout.portal(page, @`...`)}}.
 */
public final class Layout {

    private static final Templates TEMPLATES = new StaticTemplates();

    private Layout() {}

    /** A page patients see, on a clinic's host. */
    public static Content portal(PortalPage page, Content content) {
        return TEMPLATES.layoutPortal(page, content);
    }

    /** A page patients see on which one thing is asked for, in the middle: signing in, a code. */
    public static Content portalCard(PortalPage page, Content content) {
        return TEMPLATES.layoutPortalCard(page, content, false);
    }

    /** The page on which signing in begins: the same, under the clinic's own words of welcome. */
    public static Content portalFront(PortalPage page, Content content) {
        return TEMPLATES.layoutPortalCard(page, content, true);
    }

    /** A page of an organisation's staff. */
    public static Content staff(StaffPage page, Content content) {
        return TEMPLATES.layoutStaff(page, content);
    }

    /** A page of the platform: sign-up and what comes before or beside an organisation. */
    public static Content platform(PlatformPage page, Content content) {
        return TEMPLATES.layoutPlatform(page, content);
    }
}
