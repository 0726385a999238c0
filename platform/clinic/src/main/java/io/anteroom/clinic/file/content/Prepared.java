package io.anteroom.clinic.file.content;

/** What is to be kept, or why nothing is. */
public sealed interface Prepared extends AutoCloseable {

    @Override
    void close();

    /**
     * A file of an allowed type.
     *
     * @param name what it is kept as
     * @param type what it is
     * @param content its bytes, a picture's encoded anew; closed with this
     * @param sha256 of these bytes, in hexadecimal digits
     */
    record Ready(String name, FileType type, Spool content, String sha256) implements Prepared {
        @Override
        public void close() {
            content.close();
        }
    }

    /** Nothing is kept of it. */
    record Refused(FileRefusal why) implements Prepared {
        @Override
        public void close() {
            // There is nothing.
        }
    }
}
