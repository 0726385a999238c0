package io.anteroom.clinic.billing;

import io.anteroom.clinic.settings.LogoId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.language.Words;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clinic's paper: logo and name at the top, address at the foot, in the look that the portal was published with. */
@Component
class Letterhead {

    /** What the rules above say of left and right, the other way round; the printer knows no start and end of a line. */
    private static final String MIRRORED = """
            body, td { text-align: right; }
            th { text-align: right; padding: 3pt 0 3pt 14pt; }
            .n { text-align: left; padding-left: 0; padding-right: 12pt; }
            .facts { margin: 0 0 0 auto; } .totals { margin: 12pt auto 0 0; } .clinic img { margin: 0 0 0 12pt; }
            """;

    private final PublishedPortals portals;
    private final PortalSetup setup;

    Letterhead(PublishedPortals portals, PortalSetup setup) {
        this.portals = portals;
        this.setup = setup;
    }

    /** The same in the language of whoever asks. */
    String page(String title, String body) {
        return page(Words.current(), title, body);
    }

    /** A whole document of {@code body}, which is XHTML already, under a title; set as {@code words} are written. */
    String page(Words words, String title, String body) {
        PortalDesign design = portals.current().design();
        boolean fromTheRight = words.language().isFromTheRight();
        return """
                <html dir="%9$s" lang="%8$s"><head><title>%1$s, %2$s</title><meta name="description" content="%1$s"/><style>
                @page { size: A4; margin: 22mm 20mm 24mm 20mm;
                  @bottom-%10$s { content: "%3$s"; font-family: %6$s; font-size: 8.5pt; color: #56616f; width: 82%%; }
                  @bottom-%11$s { content: counter(page) " / " counter(pages); font-family: %6$s; font-size: 8.5pt; color: #56616f; } }
                body { margin: 0; font-family: %6$s; font-size: 10.5pt; line-height: 1.45; color: #1d2733; font-weight: 400; }
                .clinic { font-size: 15pt; color: %4$s; border-bottom: 2pt solid %4$s; padding-bottom: 8pt; }
                .clinic img { max-height: 40pt; max-width: 140pt; margin-right: 12pt; vertical-align: middle; }
                h1 { font-size: 22pt; font-weight: 400; margin: 18pt 0 12pt 0; }
                table { border-collapse: collapse; }
                th { font-weight: 400; color: #56616f; text-align: left; vertical-align: top; padding: 3pt 14pt 3pt 0; }
                td { vertical-align: top; padding: 3pt 0; }
                .n { text-align: right; white-space: nowrap; padding-left: 12pt; padding-right: 0; }
                .lines { width: 100%%; margin-top: 22pt; -fs-table-paginate: paginate; }
                .lines td, .lines th { border-bottom: 0.5pt solid #cfd6de; padding-top: 6pt; padding-bottom: 6pt; }
                .lines tr { page-break-inside: avoid; }
                .totals { margin: 12pt 0 0 auto; page-break-inside: avoid; }
                .totals .due th, .totals .due td { font-size: 14pt; color: #1d2733; border-top: 1pt solid #1d2733; padding-top: 6pt; }
                .note { margin-top: 22pt; } .small { font-size: 8.5pt; color: #56616f; }
                %12$s
                </style></head><body dir="%9$s"><div class="clinic">%7$s%2$s</div><h1>%1$s</h1>%5$s</body></html>
                """.formatted(
                        escape(title),
                        escape(design.name()),
                        css(foot(design)),
                        design.main().hex(),
                        body,
                        PdfPrinter.FONTS,
                        logo(design.logo()),
                        words.language().tag(),
                        words.language().direction(),
                        fromTheRight ? "right" : "left",
                        fromTheRight ? "left" : "right",
                        fromTheRight ? MIRRORED : "");
    }

    private String logo(@Nullable LogoId logo) {
        return Optional.ofNullable(logo)
                .flatMap(setup::logo)
                .map(png -> "<img alt=\"\" src=\"%s%s\"/>"
                        .formatted(PdfPrinter.PICTURE, Base64.getEncoder().encodeToString(png)))
                .orElse("");
    }

    private static String foot(PortalDesign design) {
        String address = design.address().strip().replaceAll("\\s*\\R\\s*", ", ");
        String where = Stream.of(design.name(), address)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return design.phone().isEmpty() ? where : where + " \u00b7 " + design.phone();
    }

    /** For a string in a style sheet inside XML: anything that could end either is left out. */
    private static String css(String text) {
        return text.replaceAll("[\"\\\\<>&\\p{Cntrl}]", " ");
    }

    /** For XML 1.0, which has no place for control characters at all. */
    static String escape(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
