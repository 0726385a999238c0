package io.anteroom.clinic.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How a camera was held: what has to be done to its pixels, by Exif's number for it.
 *
 * @param number 1 to 8, see Exif 2.32, 4.6.4 (Orientation)
 */
record Orientation(int number) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** Any other number is a mistake of the camera, and means nothing. */
    static Orientation of(int number) {
        return number >= 1 && number <= 8 ? new Orientation(number) : UPRIGHT;
    }

    /** The picture as it was meant to be seen. */
    BufferedImage upright(BufferedImage image) {
        if (number == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean turned = number >= 5;
        var result = new BufferedImage(turned ? height : width, turned ? width : height, image.getType());
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.drawImage(image, move(width, height), null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    /** Where each pixel (x, y) goes, as (m00 x + m01 y + m02, m10 x + m11 y + m12). */
    private AffineTransform move(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
