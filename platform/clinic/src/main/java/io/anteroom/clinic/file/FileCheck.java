package io.anteroom.clinic.file;

/** What the virus scanner said of a file. Names are stored. */
public enum FileCheck {
    /** No scanner was set when it came. */
    UNCHECKED,
    /** The scanner did not answer yet; until it does, the file is not opened. */
    WAITING,
    /** Nothing was found. */
    CLEAN,
    /** Something was found; the content is gone. */
    INFECTED;

    /** Whether it may be opened. */
    public boolean opens() {
        return this == UNCHECKED || this == CLEAN;
    }
}
