package io.anteroom.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elm.example.org/",
                "https://elm-street-clinic.portal.example.org/link/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXU"
            })
    void whatIsDrawnIsReadBack(String text) throws Exception {
        String svg = PageWriter.toString(new QrCode(text, "A way in"));

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(drawn(svg))))
                        .getText())
                .isEqualTo(text);
    }

    @Test
    void itSaysWhatItIsAndHoldsNothingThePolicyForbids() {
        assertThat(PageWriter.toString(new QrCode("x", "The \"desk\"")))
                .contains("role=\"img\"", "aria-label=\"The &#34;desk&#34;\"")
                .doesNotContain("style=", "<script");
        assertThat(new QrCode("secret", "Link")).asString().doesNotContain("secret");
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QrCode("", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new QrCode("x".repeat(1_001), ""));
    }

    /** The picture as a camera would see it. */
    private static LuminanceSource drawn(String svg) {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        byte[] light = new byte[width * width];
        Arrays.fill(light, (byte) 255);
        Matcher bars = BAR.matcher(svg);
        while (bars.find()) {
            int x = Integer.parseInt(bars.group(1)) * SCALE;
            int y = Integer.parseInt(bars.group(2)) * SCALE;
            for (int row = y; row < y + SCALE; row++) {
                Arrays.fill(
                        light, row * width + x, row * width + x + Integer.parseInt(bars.group(3)) * SCALE, (byte) 0);
            }
        }
        return new Grey(light, width);
    }

    private static final class Grey extends LuminanceSource {

        private final byte[] light;

        Grey(byte[] light, int width) {
            super(width, width);
            this.light = light;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            return Arrays.copyOfRange(light, y * getWidth(), (y + 1) * getWidth());
        }

        @Override
        public byte[] getMatrix() {
            return light;
        }
    }
}
