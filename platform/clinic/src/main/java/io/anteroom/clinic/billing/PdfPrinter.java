package io.anteroom.clinic.billing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Sets XHTML as a tagged PDF (PDF/UA), its fonts embedded. Fetches nothing: a document has no way to the network or the disk. */
final class PdfPrinter {

    /** What a document names in {@code font-family}; for each letter the first font that has it is taken. */
    static final String FONTS = "Letters, Arabic, Japanese";

    /** Comes with PDFBox: Latin, Greek and Cyrillic letters, and the signs of the common currencies. */
    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Comes with this module, under the licence beside it: kana and the kanji of names. */
    private static final String JAPANESE = "NotoSansJP-Regular.ttf";

    /** Comes with this module, under the licence beside it: Arabic letters, in the forms they take beside each other. */
    private static final String ARABIC = "DejaVuSans.ttf";

    /** A picture may be part of the document; nothing else is ever looked up. */
    static final String PICTURE = "data:image/png;base64,";

    /** How a document begins that is written from right to left. */
    static final String FROM_THE_RIGHT = "<html dir=\"rtl\"";

    /** Where Unicode's East Asian blocks begin; none of what comes before needs the large font. */
    private static final int FIRST_EAST_ASIAN = 0x2e80;

    static {
        // It tells the console of every step of every document.
        XRLog.setLoggingEnabled(false);
    }

    private PdfPrinter() {}

    static byte[] print(String xhtml) {
        var bytes = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder()
                    .useFont(() -> font(PDDocument.class, LETTERS), "Letters", 400, FontStyle.NORMAL, true)
                    .usePdfUaAccessibility(true)
                    .withProducer("Anteroom")
                    .useExternalResourceAccessControl(
                            (address, _) -> address.startsWith(PICTURE),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withHtmlContent(xhtml, null)
                    .toStream(bytes);
            if (xhtml.codePoints()
                    .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC)) {
                builder.useFont(() -> font(PdfPrinter.class, ARABIC), "Arabic", 400, FontStyle.NORMAL, true)
                        .useUnicodeBidiSplitter(RightToLeft.Splitter::new)
                        .useUnicodeBidiReorderer(new RightToLeft.Letters())
                        .defaultTextDirection(xhtml.startsWith(FROM_THE_RIGHT) ? TextDirection.RTL : TextDirection.LTR);
            }
            if (xhtml.codePoints().anyMatch(letter -> letter >= FIRST_EAST_ASIAN)) {
                builder.useFont(() -> font(PdfPrinter.class, JAPANESE), "Japanese", 400, FontStyle.NORMAL, true);
            }
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResourceAsStream(name), () -> "There is no font " + name);
    }
}
