package io.anteroom.clinic.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LogoReaderTest {

    @Test
    void aPictureIsFittedAndEncodedAnew() throws IOException {
        byte[] file = picture("png", 2400, 900);

        LogoImage logo = accepted(file);

        assertThat(logo.width()).isEqualTo(427);
        assertThat(logo.height()).isEqualTo(160);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(read.getWidth()).isEqualTo(427);
        assertThat(new Color(read.getRGB(200, 80))).isEqualTo(Color.RED);
    }

    @Test
    void aSmallPictureIsNotBlownUp() throws IOException {
        LogoImage logo = accepted(picture("jpeg", 64, 32));

        assertThat(logo.width()).isEqualTo(64);
        assertThat(logo.height()).isEqualTo(32);
    }

    @Test
    void whatWasHiddenInTheFileIsLeftBehind() throws IOException {
        byte[] file = join(picture("png", 40, 40), "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        assertThat(new String(accepted(file).png(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void theSamePictureHasTheSameName() throws IOException {
        assertThat(accepted(picture("png", 40, 40)).id())
                .isEqualTo(accepted(picture("png", 40, 40)).id());
        assertThat(accepted(picture("png", 40, 40)).id())
                .isNotEqualTo(accepted(picture("png", 41, 40)).id());
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverItIsCalled() throws IOException {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);

        assertThat(LogoReader.read(svg)).isInstanceOf(LogoReading.NotAPicture.class);
        assertThat(LogoReader.read(picture("gif", 40, 40))).isInstanceOf(LogoReading.NotAPicture.class);
        assertThat(LogoReader.read(new byte[0])).isInstanceOf(LogoReading.NotAPicture.class);
        byte[] cut = picture("png", 40, 40);
        assertThat(LogoReader.read(Arrays.copyOf(cut, 30))).isInstanceOf(LogoReading.NotAPicture.class);
    }

    @Test
    void aFileThatWouldUnpackToAHugePictureIsRefusedBeforeItDoes() throws IOException {
        assertThat(LogoReader.read(claiming(picture("png", 40, 40), 60_000, 60_000)))
                .isInstanceOf(LogoReading.TooLarge.class);
        assertThat(LogoReader.read(new byte[LogoReader.MAX_BYTES + 1])).isInstanceOf(LogoReading.TooLarge.class);
    }

    private static LogoImage accepted(byte[] file) {
        assertThat(LogoReader.read(file)).isInstanceOf(LogoReading.Accepted.class);
        return ((LogoReading.Accepted) LogoReader.read(file)).image();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** Writes another size into the header of a PNG, with its checksum. */
    private static byte[] claiming(byte[] png, int width, int height) {
        ByteBuffer file = ByteBuffer.wrap(png.clone());
        file.putInt(16, width).putInt(20, height);
        CRC32 checksum = new CRC32();
        checksum.update(file.array(), 12, 17);
        file.putInt(29, (int) checksum.getValue());
        return file.array();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
