package io.anteroom.clinic.document;

import io.anteroom.clinic.file.content.FileRefusal;

/** What came of sending a document. */
public sealed interface Sending {

    /** It waits for the clinic, now or since the same form was sent before. */
    record Sent(DocumentId document) implements Sending {}

    /** The file was not taken. */
    record Refused(FileRefusal why) implements Sending {}

    /** As much was sent within a day as may be. */
    record TooMany() implements Sending {}

    /** So many files were tried within the hour, taken or not, that no further one is looked at. */
    record TooOften() implements Sending {}

    /** As many files are looked at just now as may be at once. */
    record Busy() implements Sending {}

    /** The account may not send anything about that patient. */
    record NotAllowed() implements Sending {}
}
