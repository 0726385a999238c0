package io.anteroom.clinic.settings;

/**
 * Whether a colour can be told from the page.
 *
 * @param ratio the contrast there is
 * @param needed the contrast there has to be
 * @param suggestion the nearest colour that has it; the colour itself where it is enough
 */
public record ContrastCheck(double ratio, double needed, Colour suggestion) {

    static ContrastCheck of(Colour colour, Colour ground, double needed) {
        return new ContrastCheck(colour.contrast(ground), needed, colour.readableOn(ground, needed));
    }

    /** Whether it is enough. */
    public boolean passes() {
        return ratio >= needed;
    }
}
