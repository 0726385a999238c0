package io.anteroom.portal.document;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.file.content.FileRefusal;

/** Why a file was not taken, and what would help, as its sender reads it. */
public final class FileRefusals {

    private FileRefusals() {}

    /**
     * What its sender reads.
     *
     * @param largest how many bytes a file may have
     */
    public static String words(FileRefusal why, long largest) {
        return switch (why) {
            case EMPTY -> say("The file is empty. Choose another");
            case TOO_LARGE ->
                say(
                        "The file is larger than {size}. Send a smaller one, or a picture of each page",
                        "size",
                        DocumentCard.size(largest));
            case NOT_ALLOWED ->
                say(
                        "We can’t take this kind of file. Send a PDF, a picture (JPEG or PNG), a text, or a Word or OpenDocument file");
            case HEIC ->
                say(
                        "This picture is in the format HEIC, which we can’t open. Send it as a JPEG. On an iPhone, set Camera > Formats to Most Compatible, or take the picture from this page");
            case PICTURE_TOO_LARGE -> say("The picture has too many pixels. Send a smaller one");
            case DAMAGED -> say("The file is damaged and can’t be opened. Save it anew, or send a picture of it");
            case MACROS -> say("The document contains macros, which we can’t take. Save it as a PDF");
            case VIRUS -> say("Our virus scanner refuses this file. Nothing of it was kept");
            case BUSY -> say("Many pictures are arriving just now. Send it again in a minute");
        };
    }
}
