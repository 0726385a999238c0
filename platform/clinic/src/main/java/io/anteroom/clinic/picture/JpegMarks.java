package io.anteroom.clinic.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * What a JPEG file says of itself before its pixels (ITU-T T.81, annex B): how it was held, by its Exif part, and in how many scans it
 * comes. A decoder goes over the whole picture for each scan, so that a small file of thousands would keep it busy for minutes; and
 * where one scan is not all of the picture, it holds all of it at once, outside the heap and however few pixels are wanted.
 *
 * @param orientation how the camera was held
 * @param scans in how many scans the pixels come
 * @param inParts whether the frame is progressive, or its first scan has some of its components only
 */
record JpegMarks(Orientation orientation, int scans, boolean inParts) {

    static final JpegMarks NONE = new JpegMarks(Orientation.UPRIGHT, 1, false);

    private static final int MOST_SCANS = 20;
    private static final int EXIF = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF_BEGINS = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    boolean tooManyScans() {
        return scans > MOST_SCANS;
    }

    /** Whether a decoder holds the whole picture before it gives the first row. */
    boolean heldWhole() {
        return inParts || scans > 1;
    }

    static JpegMarks read(ImageInputStream in) throws IOException {
        in.seek(2);
        var orientation = Orientation.UPRIGHT;
        int scans = 0;
        int components = 0;
        boolean inParts = false;
        try {
            while (scans <= MOST_SCANS) {
                int mark = nextMark(in);
                if (mark == END) {
                    break;
                }
                if (alone(mark)) {
                    continue;
                }
                int length = in.readUnsignedShort() - 2;
                long next = in.getStreamPosition() + length;
                if (mark == START_OF_SCAN) {
                    scans++;
                    inParts |= in.readUnsignedByte() < components;
                } else if (frame(mark)) {
                    inParts |= progressive(mark);
                    in.seek(in.getStreamPosition() + 5);
                    components = in.readUnsignedByte();
                } else if (mark == EXIF && length > EXIF_BEGINS.length) {
                    byte[] part = new byte[length];
                    in.readFully(part);
                    orientation = orientation(part, orientation);
                }
                in.seek(next);
            }
        } catch (EOFException e) {
            // A file that was cut off; whether enough is there, the decoder knows.
        }
        return new JpegMarks(orientation, scans, inParts);
    }

    /** The next one, over pixels and whatever fills the space between. */
    private static int nextMark(ImageInputStream in) throws IOException {
        while (true) {
            while (in.readUnsignedByte() != 0xff) {
                // a pixel's
            }
            int mark = in.readUnsignedByte();
            while (mark == 0xff) {
                mark = in.readUnsignedByte();
            }
            if (mark != 0) {
                return mark;
            }
        }
    }

    /** C0 to CF begin a frame, but for two tables and a reserved one. */
    private static boolean frame(int mark) {
        return mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
    }

    private static boolean progressive(int mark) {
        return mark == 0xc2 || mark == 0xc6 || mark == 0xca || mark == 0xce;
    }

    /** Those that no length follows. */
    private static boolean alone(int mark) {
        return mark == 0x01 || (mark >= 0xd0 && mark <= 0xd8);
    }

    /** The entry of that tag in the first directory, a TIFF structure behind six letters. */
    private static Orientation orientation(byte[] part, Orientation before) {
        if (!Arrays.equals(part, 0, EXIF_BEGINS.length, EXIF_BEGINS, 0, EXIF_BEGINS.length)) {
            return before;
        }
        var tiff = ByteBuffer.wrap(part, EXIF_BEGINS.length, part.length - EXIF_BEGINS.length)
                .slice();
        if (tiff.remaining() < 8) {
            return before;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return before;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry > tiff.limit() - 12) {
                return before;
            }
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                return Orientation.of(Short.toUnsignedInt(tiff.getShort(entry + 8)));
            }
        }
        return before;
    }
}
