package io.anteroom.clinic.picture;

import java.awt.image.BufferedImage;

/** What came of reading a picture. */
public sealed interface PictureReading {

    /**
     * Its pixels, the right way up, in the usual colours.
     *
     * @param image the pixels
     * @param format what it was
     */
    record Read(BufferedImage image, PictureFormat format) implements PictureReading {}

    /** No picture of the formats that are read, or a broken one. */
    record NotAPicture() implements PictureReading {}

    /** More pixels than are decoded. */
    record TooLarge() implements PictureReading {}
}
