package io.anteroom.clinic.picture;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of pictures that are read, told by their first bytes: ImageIO alone would be talked into others by their content. */
public enum PictureFormat {
    /** A photograph. */
    JPEG("jpeg", "ffd8ff"),
    /** A drawing or a picture of a screen. */
    PNG("png", "89504e470d0a1a0a");

    /** How many of a file's first bytes tell. */
    public static final int TELLING = 8;

    private final String name;
    private final String start;

    PictureFormat(String name, String start) {
        this.name = name;
        this.start = start;
    }

    /** What ImageIO calls it. */
    public String imageName() {
        return name;
    }

    /** The format of a file that begins so. */
    public static Optional<PictureFormat> of(byte[] head) {
        return Stream.of(values()).filter(format -> format.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        return HexFormat.of().formatHex(head).startsWith(start);
    }
}
