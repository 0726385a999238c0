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

    /** The account may not send anything about that patient. */
    record NotAllowed() implements Sending {}
}
