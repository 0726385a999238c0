package io.anteroom.tenantadmin.record;

import org.jspecify.annotations.Nullable;

/**
 * What is around the form of an entry.
 *
 * @param url where it is sent
 * @param back where to go without saving
 * @param key the name of the hidden field that tells one sending from another: of a new entry an attempt, else a version
 * @param value what is in it
 * @param correcting whether the patient may have read it, and is to be told what is mended
 * @param meanwhile what somebody else did while it was open, a sentence, or null
 * @param upload what is said of the file of a document, or null of all else
 */
public record FormFrame(
        String title,
        String url,
        String back,
        String key,
        String value,
        boolean correcting,
        @Nullable String meanwhile,
        @Nullable Upload upload) {

    /**
     * How a file is chosen.
     *
     * @param largest how many bytes it may have
     * @param words the same, as people say it
     * @param accept what a file chooser offers
     * @param there the name of the one that is there, or null
     */
    public record Upload(
            long largest,
            String words,
            String accept,
            @Nullable String there) {}
}
