package io.anteroom.clinic.file.content;

import io.anteroom.clinic.picture.PictureBounds;
import io.anteroom.clinic.picture.PictureFormat;
import io.anteroom.clinic.picture.PictureReader;
import io.anteroom.clinic.picture.PictureReading;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encodes pictures anew, one after the other: the pixels of one may take a hundred megabytes, and a process has not many of them. A page
 * held before a phone's camera can be read in what is kept.
 */
@Component
class PictureFiles {

    private static final PictureBounds BOUNDS = new PictureBounds(16_000, 64_000_000, 13_000_000, 12_000_000);
    private static final float QUALITY = 0.85f;
    private static final int PATIENCE = 20;

    private final Semaphore one = new Semaphore(1, true);

    /** The picture in {@code came}, in another file. */
    Prepared anew(@Nullable String name, Spool came, long most) throws IOException {
        if (!acquire()) {
            return new Prepared.Refused(FileRefusal.BUSY);
        }
        try (ImageInputStream in = new FileImageInputStream(came.path().toFile())) {
            return switch (PictureReader.read(in, BOUNDS)) {
                case PictureReading.Read(var image, var format) -> written(name, image, format, most);
                case PictureReading.NotAPicture _ -> new Prepared.Refused(FileRefusal.DAMAGED);
                case PictureReading.TooLarge _ -> new Prepared.Refused(FileRefusal.PICTURE_TOO_LARGE);
            };
        } finally {
            one.release();
        }
    }

    private boolean acquire() {
        try {
            return one.tryAcquire(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Prepared written(@Nullable String name, BufferedImage image, PictureFormat format, long most)
            throws IOException {
        Spool anew = Spool.empty();
        boolean kept = false;
        try {
            write(image, format, anew);
            if (anew.size() > most) {
                return new Prepared.Refused(FileRefusal.PICTURE_TOO_LARGE);
            }
            FileType type = format == PictureFormat.JPEG ? FileType.JPEG : FileType.PNG;
            var ready = new Prepared.Ready(SafeName.of(name, type), type, anew, anew.sha256());
            kept = true;
            return ready;
        } finally {
            if (!kept) {
                anew.close();
            }
        }
    }

    private static void write(BufferedImage image, PictureFormat format, Spool to) throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(format.imageName()).next();
        try (var out = new FileImageOutputStream(to.path().toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format == PictureFormat.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
