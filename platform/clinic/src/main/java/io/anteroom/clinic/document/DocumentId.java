package io.anteroom.clinic.document;

/**
 * Names a document that was sent.
 *
 * @param value its number
 */
public record DocumentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
