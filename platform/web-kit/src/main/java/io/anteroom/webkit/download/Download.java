package io.anteroom.webkit.download;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file for the browser to save.
 *
 * @param name under which name
 * @param mediaType what it is
 * @param size how many bytes
 * @param tag names its content, so that half of it is not joined to another's rest: letters and digits
 * @param source its bytes
 */
public record Download(String name, String mediaType, long size, String tag, Source source) {

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {

        /**
         * The bytes from {@code offset} on. What can fail should fail here: nothing has been answered yet.
         *
         * @throws IOException if they cannot be had
         */
        InputStream from(long offset) throws IOException;
    }
}
