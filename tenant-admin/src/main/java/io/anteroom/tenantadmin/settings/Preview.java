package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.settings.ContrastCheck;
import io.anteroom.clinic.settings.LogoId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.PageWriter;
import io.anteroom.webkit.Palette;
import io.anteroom.webkit.PortalPage;
import org.jspecify.annotations.Nullable;

/**
 * A design as patients would see it: the page that signs them in, drawn by the portal's own layout.
 *
 * @param design what is drawn
 * @param base the address of this page, below which drafts' logos are
 */
public record Preview(PortalDesign design, String base) {

    /** The whole page, for the frame that shows it. */
    public String html() {
        PortalPage page = PortalPage.signedOut("Sign in", brand());
        return PageWriter.toString(new StaticTemplates().settingsPreviewPage(page));
    }

    /** Whether the main colour can be read. */
    public ContrastCheck main() {
        return design.mainContrast();
    }

    /** Whether the second colour can be seen. */
    public ContrastCheck accent() {
        return design.accentContrast();
    }

    private Brand brand() {
        LogoId logo = design.logo();
        return new Brand(
                design.name(),
                logo == null ? null : base + "/logo/" + logo + ".png",
                new Palette(
                        design.main().digits(),
                        design.main().textOnIt().digits(),
                        design.accent().digits(),
                        design.mainInTheDark().digits(),
                        design.mainInTheDark().textOnIt().digits(),
                        design.accentInTheDark().digits()),
                orNothing(design.welcome()),
                orNothing(design.phone()),
                orNothing(design.address()),
                design.privacy().isEmpty() ? null : "#");
    }

    private static @Nullable String orNothing(String text) {
        return text.isEmpty() ? null : text;
    }
}
