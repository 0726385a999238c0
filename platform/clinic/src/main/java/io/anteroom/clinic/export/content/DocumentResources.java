package io.anteroom.clinic.export.content;

import io.anteroom.clinic.file.StoredFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of a copy as FHIR names them. */
final class DocumentResources {

    private DocumentResources() {}

    /** An Attachment that lies in the copy itself; its address is beside the bundle's folder. */
    static Map<String, Object> attachment(StoredFile file, String title) {
        return attachment(file.type().mediaType(), CopiedFiles.url(file), file.size(), title);
    }

    static Map<String, Object> attachment(String mediaType, String url, long size, String title) {
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", mediaType);
        attachment.put("url", "../" + url);
        attachment.put("size", size);
        attachment.put("title", title);
        return attachment;
    }
}
