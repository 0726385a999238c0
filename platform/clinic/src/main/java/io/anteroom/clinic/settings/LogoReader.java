package io.anteroom.clinic.settings;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads an uploaded file as a logo. What is served is never what was uploaded: the picture is decoded and encoded anew,
 * which leaves behind scripts, metadata and whatever else a file may carry. Its size is read before its pixels, so that a
 * small file cannot unpack to a huge picture.
 */
public final class LogoReader {

    /** The largest file read, in bytes. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int MAX_SIDE = 6_000;
    private static final long MAX_PIXELS = 16_000_000;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 160;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private LogoReader() {}

    /** Reads {@code file} and fits it into 560 by 160 pixels, twice the size it is shown at. */
    public static LogoReading read(byte[] file) {
        if (file.length > MAX_BYTES) {
            return new LogoReading.TooLarge();
        }
        if (!looksLikePicture(file)) {
            return new LogoReading.NotAPicture();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : new LogoReading.NotAPicture();
        } catch (IOException | RuntimeException e) {
            return new LogoReading.NotAPicture();
        }
    }

    private static LogoReading read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return new LogoReading.NotAPicture();
            }
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
                return new LogoReading.TooLarge();
            }
            return new LogoReading.Accepted(encode(fit(reader.read(0))));
        } finally {
            reader.dispose();
        }
    }

    /** The first bytes of PNG and JPEG files; ImageIO alone would be talked into other formats by their content. */
    private static boolean looksLikePicture(byte[] file) {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
        return startsWith(file, png) || startsWith(file, jpeg);
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length > start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private static BufferedImage fit(BufferedImage picture) {
        double scale =
                Math.min(1, Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
        BufferedImage current = picture;
        // Halving first keeps thin lines that one big step would lose.
        while (scale < 0.5) {
            current = scaled(current, 0.5);
            scale *= 2;
        }
        return scaled(current, scale);
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static LogoImage encode(BufferedImage picture) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return new LogoImage(png.toByteArray(), picture.getWidth(), picture.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
