package io.anteroom.webkit;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) drawn as SVG, black on white in any light, with the quiet zone of four modules around it. It
 * grows to the width of what it stands in.
 *
 * @param text what a telephone reads, 1 to 1,000 characters
 * @param label what it is, for who cannot see it
 */
public record QrCode(String text, String label) implements Content {

    private static final int LONGEST = 1_000;
    private static final int QUIET_ZONE = 4;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.MARGIN,
            QUIET_ZONE,
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET,
            "UTF-8");

    /**
     * @throws IllegalArgumentException if the text is empty or too long
     */
    public QrCode {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A QR code has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public void writeTo(TemplateOutput output) {
        BitMatrix modules = modules();
        new StaticTemplates()
                .partQrCode(label, modules.getWidth(), path(modules))
                .writeTo(output);
    }

    private BitMatrix modules() {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException("A text of that length fits", e);
        }
    }

    /** Each run of dark modules of a row as one bar. */
    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start).append(' ').append(y);
                    path.append('h')
                            .append(x - start)
                            .append("v1h-")
                            .append(x - start)
                            .append('z');
                }
                x++;
            }
        }
        return path.toString();
    }

    /** Says nothing of the text, which may let somebody in. */
    @Override
    public String toString() {
        return "QrCode[" + label + "]";
    }
}
