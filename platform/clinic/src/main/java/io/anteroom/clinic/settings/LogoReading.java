package io.anteroom.clinic.settings;

/** What came of reading an uploaded file as a logo. */
public sealed interface LogoReading {

    /**
     * A logo, encoded anew.
     *
     * @param image the logo
     */
    record Accepted(LogoImage image) implements LogoReading {}

    /** Not a PNG or JPEG picture, whatever its name says. */
    record NotAPicture() implements LogoReading {}

    /** More bytes or pixels than we decode. */
    record TooLarge() implements LogoReading {}
}
