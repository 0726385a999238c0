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
 */
public record FormFrame(
        String title,
        String url,
        String back,
        String key,
        String value,
        boolean correcting,
        @Nullable String meanwhile) {}
