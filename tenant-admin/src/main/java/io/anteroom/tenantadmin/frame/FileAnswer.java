package io.anteroom.tenantadmin.frame;

import io.anteroom.clinic.file.FileContent;
import io.anteroom.webkit.download.Download;

/** A file of the clinic as an answer. */
public final class FileAnswer {

    private FileAnswer() {}

    /** To be saved under its own name, from wherever the browser wants it. */
    public static Download of(FileContent content) {
        var file = content.file();
        return new Download(file.name(), file.type().mediaType(), file.size(), file.sha256(), content::from);
    }
}
