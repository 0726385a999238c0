package io.anteroom.clinic.patient;

/** Text on its way into a file that people open with a spreadsheet. */
public final class SpreadsheetText {

    private static final String FORMULAS_BEGIN_WITH = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private SpreadsheetText() {}

    /** The text, with an apostrophe in front of what a spreadsheet would take for a formula (OWASP, CSV injection). */
    public static String harmless(String cell) {
        return !cell.isEmpty() && FORMULAS_BEGIN_WITH.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
