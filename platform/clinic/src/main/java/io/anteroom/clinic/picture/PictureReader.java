package io.anteroom.clinic.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads a picture's pixels and nothing else: scripts, places, names of cameras and whatever else a file may carry stay behind. Its
 * size is read before its pixels.
 */
public final class PictureReader {

    private PictureReader() {}

    /** Reads what is in {@code in} from its beginning; the caller closes it. */
    public static PictureReading read(ImageInputStream in, PictureBounds bounds) {
        try {
            var format = PictureFormat.of(head(in));
            if (format.isEmpty()) {
                return new PictureReading.NotAPicture();
            }
            var marks = format.get() == PictureFormat.JPEG ? JpegMarks.read(in) : JpegMarks.NONE;
            if (marks.tooManyScans()) {
                return new PictureReading.NotAPicture();
            }
            in.seek(0);
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext()
                    ? read(readers.next(), in, format.get(), marks, bounds)
                    : new PictureReading.NotAPicture();
        } catch (IOException | RuntimeException e) {
            return new PictureReading.NotAPicture();
        }
    }

    private static byte[] head(ImageInputStream in) throws IOException {
        in.seek(0);
        byte[] head = new byte[PictureFormat.TELLING + 1];
        in.readFully(head);
        return head;
    }

    private static PictureReading read(
            ImageReader reader, ImageInputStream in, PictureFormat format, JpegMarks marks, PictureBounds bounds)
            throws IOException {
        try {
            if (!reader.getFormatName().toLowerCase(Locale.ROOT).equals(format.imageName())) {
                return new PictureReading.NotAPicture();
            }
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (!bounds.allow(width, height, marks.heldWhole())) {
                return new PictureReading.TooLarge();
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = bounds.step(width, height);
            how.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = UsualColours.of(reader.read(0, how));
            return new PictureReading.Read(marks.orientation().upright(image), format);
        } finally {
            reader.dispose();
        }
    }
}
