package io.anteroom.clinic.settings;

import io.anteroom.clinic.picture.PictureBounds;
import io.anteroom.clinic.picture.PictureReader;
import io.anteroom.clinic.picture.PictureReading;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
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

    private static final PictureBounds BOUNDS = new PictureBounds(6_000, 16_000_000, 16_000_000, 12_000_000);
    private static final int WIDTH = 560;
    private static final int HEIGHT = 160;

    private LogoReader() {}

    /** Reads {@code file} and fits it into 560 by 160 pixels, twice the size it is shown at. */
    public static LogoReading read(byte[] file) {
        if (file.length > MAX_BYTES) {
            return new LogoReading.TooLarge();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return switch (PictureReader.read(in, BOUNDS)) {
                case PictureReading.Read read -> new LogoReading.Accepted(encode(fit(read.image())));
                case PictureReading.NotAPicture _ -> new LogoReading.NotAPicture();
                case PictureReading.TooLarge _ -> new LogoReading.TooLarge();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
