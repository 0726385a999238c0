package io.anteroom.clinic.patient.intake;

/** Why a file could not be taken. */
public enum FileRefusal {
    EMPTY("Choose a CSV file"),
    TOO_LARGE("The file is larger than 5 MB. Divide it into several files"),
    NOT_TEXT("This is not a CSV file. In your spreadsheet, use Save as and choose CSV"),
    BROKEN_QUOTES("The file has a quotation mark that doesn't end. Open it in a spreadsheet and save it as CSV again"),
    NO_ROWS("The file has no rows. The first row must name the columns, and each row after it is a patient"),
    TOO_MANY_ROWS("The file has more than 10,000 rows. Divide it into several files"),
    TOO_MANY_COLUMNS("The file has more than 100 columns. Remove the ones you don't need");

    private final String words;

    FileRefusal(String words) {
        this.words = words;
    }

    /** What to tell the person who chose the file. */
    public String words() {
        return words;
    }
}
