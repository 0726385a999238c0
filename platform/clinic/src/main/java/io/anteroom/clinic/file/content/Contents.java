package io.anteroom.clinic.file.content;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at what is sent, and makes of it what is kept. */
@Component
public class Contents {

    private static final int HEAD = 64 * 1024;

    private final PictureFiles pictures;

    Contents(PictureFiles pictures) {
        this.pictures = pictures;
    }

    /** Its list of kinds takes a moment to read, so it waits for the first file. */
    private static final class Types {
        static final Tika KNOWN = new Tika(MimeTypes.getDefaultMimeTypes());
    }

    /**
     * Reads {@code from} to its end, or as far as it is allowed, into a file of this process's own.
     *
     * @param name what it is called where it came from
     * @param most its most bytes
     * @throws IOException if it breaks off
     */
    public Prepared prepare(@Nullable String name, InputStream from, long most) throws IOException {
        Spool came = Spool.empty();
        boolean kept = false;
        try {
            var prepared = prepare(name, came, from, most);
            kept = prepared instanceof Prepared.Ready ready && ready.content() == came;
            return prepared;
        } finally {
            if (!kept) {
                came.close();
            }
        }
    }

    private Prepared prepare(@Nullable String name, Spool came, InputStream from, long most) throws IOException {
        if (!came.take(from, most)) {
            return new Prepared.Refused(FileRefusal.TOO_LARGE);
        }
        if (came.size() == 0) {
            return new Prepared.Refused(FileRefusal.EMPTY);
        }
        String mediaType = mediaType(came);
        if (mediaType.startsWith("image/heic") || mediaType.startsWith("image/heif")) {
            return new Prepared.Refused(FileRefusal.HEIC);
        }
        return switch (mediaType) {
            case "image/jpeg", "image/png" -> pictures.anew(name, came, most);
            case "application/pdf" -> ready(name, FileType.PDF, came);
            case "text/plain" -> ready(name, FileType.TEXT, came);
            case "application/zip", "application/vnd.oasis.opendocument.text", "application/x-tika-ooxml" ->
                office(name, came);
            default -> new Prepared.Refused(FileRefusal.NOT_ALLOWED);
        };
    }

    private static Prepared office(@Nullable String name, Spool came) throws IOException {
        return switch (OfficeFiles.look(came.path())) {
            case OfficeFiles.Look.Document(FileType type) -> ready(name, type, came);
            case OfficeFiles.Look.Refused(FileRefusal why) -> new Prepared.Refused(why);
        };
    }

    private static Prepared ready(@Nullable String name, FileType type, Spool content) throws IOException {
        return new Prepared.Ready(SafeName.of(name, type), type, content, content.sha256());
    }

    /** By the content alone: names and what a browser says are not asked. */
    private static String mediaType(Spool came) throws IOException {
        try (InputStream in = came.read()) {
            byte[] head = in.readNBytes(HEAD);
            return Types.KNOWN.detect(head);
        }
    }
}
