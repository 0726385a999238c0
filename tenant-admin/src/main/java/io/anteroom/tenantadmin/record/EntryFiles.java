package io.anteroom.tenantadmin.record;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.content.FileRefusal;
import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.file.upload.Uploading;
import io.anteroom.clinic.file.upload.Uploads;
import io.anteroom.clinic.record.RecordBody.SharedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes in the files of documents. */
@Component
class EntryFiles {

    private final Uploads uploads;
    private final Files files;

    EntryFiles(Uploads uploads, Files files) {
        this.uploads = uploads;
        this.files = files;
    }

    /**
     * What came of a file.
     *
     * @param file as the entry holds it, with no note yet, or null
     * @param wrong why it was not taken, or null
     */
    record Came(@Nullable SharedFile file, @Nullable String wrong) {}

    Came take(MultipartFile chosen, Actor.Staff by) throws IOException {
        try (InputStream content = chosen.getInputStream()) {
            return switch (uploads.ofStaff(chosen.getOriginalFilename(), content, by)) {
                case Uploading.Taken(var file) ->
                    new Came(new SharedFile(file.id().value(), file.name(), file.size(), ""), null);
                case Uploading.Refused(var why) ->
                    new Came(
                            null,
                            why == FileRefusal.TOO_LARGE
                                    ? "The file is larger than " + size(files.largest()) + ". Choose a smaller one"
                                    : why.words());
                case Uploading.TooOften _, Uploading.Busy _ ->
                    new Came(null, "Many files are arriving just now. Send it again in a minute");
            };
        }
    }

    /** What the form says of files. */
    FormFrame.Upload field(@Nullable SharedFile there) {
        return new FormFrame.Upload(
                files.largest(), size(files.largest()), FileType.offered(), there == null ? null : there.name());
    }

    /** A decimal megabyte or kilobyte, as file managers say it. */
    static String size(long bytes) {
        return bytes >= 1_000_000
                ? String.format(Locale.UK, "%.1f MB", bytes / 1e6)
                : Math.max(1, bytes / 1000) + " kB";
    }
}
