package io.anteroom.clinic.file.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells office documents from other archives by the names in them. Nothing is unpacked but forty bytes. */
final class OfficeFiles {

    private static final int MOST_ENTRIES = 5_000;

    private OfficeFiles() {}

    /** What an archive is. */
    sealed interface Look {
        record Document(FileType type) implements Look {}

        record Refused(FileRefusal why) implements Look {}
    }

    static Look look(Path path) throws IOException {
        try (var archive = new ZipFile(path.toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                return new Look.Refused(FileRefusal.NOT_ALLOWED);
            }
            if (archive.stream().anyMatch(OfficeFiles::program)) {
                return new Look.Refused(FileRefusal.MACROS);
            }
            if (archive.getEntry("[Content_Types].xml") != null && archive.getEntry("word/document.xml") != null) {
                return new Look.Document(FileType.WORD);
            }
            return openText(archive)
                    ? new Look.Document(FileType.OPEN_TEXT)
                    : new Look.Refused(FileRefusal.NOT_ALLOWED);
        } catch (ZipException e) {
            return new Look.Refused(FileRefusal.DAMAGED);
        }
    }

    private static boolean program(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/");
    }

    private static boolean openText(ZipFile archive) throws IOException {
        ZipEntry says = archive.getEntry("mimetype");
        if (says == null || archive.getEntry("content.xml") == null) {
            return false;
        }
        String text = FileType.OPEN_TEXT.mediaType();
        try (InputStream in = archive.getInputStream(says)) {
            return new String(in.readNBytes(text.length() + 1), StandardCharsets.US_ASCII).equals(text);
        }
    }
}
