package io.anteroom.clinic.file.content;

/** Why a file was not taken, with a sentence in English that says what would help. */
public enum FileRefusal {
    /** No byte in it. */
    EMPTY("The file is empty. Choose another"),
    /** Larger than allowed. */
    TOO_LARGE("The file is too large. Send a smaller one, or a picture of each page"),
    /** Not of an allowed type, whatever its name says. */
    NOT_ALLOWED(
            "We can't take this kind of file. Send a PDF, a picture (JPEG or PNG), a text, or a Word or OpenDocument file"),
    /** Apple's format of pictures. */
    HEIC(
            "This picture is in the format HEIC, which we can't open. Send it as a JPEG: on an iPhone, choose Settings > Camera > Formats >"
                    + " Most Compatible, or take the picture from this page"),
    /** More pixels than are decoded. */
    PICTURE_TOO_LARGE("The picture has too many pixels. Send a smaller one"),
    /** Of an allowed type, and broken. */
    DAMAGED("The file is damaged and can't be opened. Save it anew, or send a picture of it"),
    /** A document with a program in it. */
    MACROS("The document contains macros, which we can't take. Save it as a PDF"),
    /** The scanner found something. */
    VIRUS("Our virus scanner refuses this file. Nothing of it was kept"),
    /** Too many pictures at once. */
    BUSY("Many pictures are arriving just now. Send it again in a minute");

    private final String words;

    FileRefusal(String words) {
        this.words = words;
    }

    /** The sentence, without a full stop. */
    public String words() {
        return words;
    }
}
