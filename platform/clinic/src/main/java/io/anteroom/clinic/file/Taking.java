package io.anteroom.clinic.file;

import io.anteroom.clinic.file.content.FileRefusal;

/** What came of taking a file in. */
public sealed interface Taking {

    /** It is kept, and goes again within hours unless it is claimed. It may have to wait for the scanner. */
    record Taken(StoredFile file) implements Taking {}

    /** Nothing of it is kept. */
    record Refused(FileRefusal why) implements Taking {}
}
