package io.anteroom.clinic.file.upload;

import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.file.content.FileRefusal;

/** What came of a file that somebody sent. */
public sealed interface Uploading {

    /** It is kept, and goes again within hours unless it is claimed. */
    record Taken(StoredFile file) implements Uploading {}

    /** Nothing of it is kept. */
    record Refused(FileRefusal why) implements Uploading {}

    /** So many files were tried within the hour, taken or not, that no further one is looked at. */
    record TooOften() implements Uploading {}

    /** As many files are looked at just now as may be at once. */
    record Busy() implements Uploading {}
}
