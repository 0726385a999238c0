package io.anteroom.clinic.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;

/** Pixels in the colours every program expects: phones write others, and a profile to go with them that does not stay. */
final class UsualColours {

    private UsualColours() {}

    static BufferedImage of(BufferedImage image) {
        var model = image.getColorModel();
        int type = model.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR;
        if (image.getType() == type) {
            return image;
        }
        var result = new BufferedImage(image.getWidth(), image.getHeight(), type);
        if (model.getColorSpace().isCS_sRGB() || image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            Graphics2D graphics = result.createGraphics();
            try {
                graphics.drawImage(image, 0, 0, null);
            } finally {
                graphics.dispose();
            }
            return result;
        }
        return new ColorConvertOp(null).filter(image, result);
    }
}
