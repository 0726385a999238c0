package io.anteroom.clinic.file.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files that are kept; of those that are taken in, told by their content. Media types are stored. */
public enum FileType {
    /** A document as it is printed. */
    PDF("application/pdf", "PDF", "pdf"),
    /** A photograph, encoded by us. */
    JPEG("image/jpeg", "JPEG picture", "jpg", "jpeg"),
    /** A drawing or a picture of a screen, encoded by us. */
    PNG("image/png", "PNG picture", "png"),
    /** Text without a format. */
    TEXT("text/plain", "Text", "txt"),
    /** A text of Microsoft Word without macros (ISO 29500). */
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document", "docx"),
    /** A text of LibreOffice and others without macros (ISO 26300). */
    OPEN_TEXT("application/vnd.oasis.opendocument.text", "OpenDocument text", "odt"),
    /** An archive of ours; none is taken from anybody. */
    ZIP("application/zip", "ZIP archive", "zip");

    private final String mediaType;
    private final String words;
    private final String endings;

    FileType(String mediaType, String words, String... endings) {
        this.mediaType = mediaType;
        this.words = words;
        this.endings = String.join(" ", endings);
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    /** What its names end in, the usual first. */
    public List<String> endings() {
        return List.of(endings.split(" ", -1));
    }

    /** Whether it is shown as pixels. */
    public boolean picture() {
        return this == JPEG || this == PNG;
    }

    /** The type of that media type, if it is one of these. */
    public static Optional<FileType> ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** What people may send: all but what the application alone makes. */
    public static Stream<FileType> sent() {
        return Stream.of(values()).filter(type -> type != ZIP);
    }

    /** What a browser's file chooser is told to offer: media types, and the endings that some systems know better. */
    public static String offered() {
        return String.join(
                ",",
                sent().flatMap(type -> Stream.concat(
                                Stream.of(type.mediaType),
                                type.endings().stream().map(ending -> "." + ending)))
                        .toList());
    }
}
