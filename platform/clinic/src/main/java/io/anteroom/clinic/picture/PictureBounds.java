package io.anteroom.clinic.picture;

/**
 * How large a picture may be, in pixels: a small file may unpack to a huge picture.
 *
 * @param side the longest side that is read
 * @param pixels the most that are read
 * @param kept about as many are decoded at most; of a larger picture every second or third is taken
 * @param whole the most that are read of a file that a decoder holds whole, whatever is taken of it
 */
public record PictureBounds(int side, long pixels, long kept, long whole) {

    boolean allow(int width, int height, boolean heldWhole) {
        long most = heldWhole ? Math.min(whole, pixels) : pixels;
        return Math.max(width, height) <= side && (long) width * height <= most;
    }

    /** Which pixel of each row and column is taken: every one, every second and so on. */
    int step(int width, int height) {
        int step = 1;
        while (((long) width / step) * (height / step) > kept) {
            step++;
        }
        return step;
    }
}
