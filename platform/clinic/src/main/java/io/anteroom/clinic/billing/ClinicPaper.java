package io.anteroom.clinic.billing;

import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers of other parts of the clinic in its look: logo, name and address as on its invoices. */
@Component
public class ClinicPaper {

    private final Letterhead letterhead;

    ClinicPaper(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    /**
     * A PDF of A4 pages.
     *
     * @param title the heading
     * @param body XHTML in which all text was {@link #text(String) escaped}
     */
    @Transactional(readOnly = true)
    public byte[] print(String title, String body) {
        return PdfPrinter.print(letterhead.page(title, body));
    }

    /** A text for the body, its line feeds kept. */
    public static String text(String text) {
        return Letterhead.escape(text).replace("\n", "<br/>");
    }

    /** A picture for the body, as wide as a signature. */
    public static String picture(byte[] png) {
        return "<p><img alt=\"\" style=\"width: 60mm\" src=\"" + PdfPrinter.PICTURE
                + Base64.getEncoder().encodeToString(png) + "\"/></p>";
    }
}
