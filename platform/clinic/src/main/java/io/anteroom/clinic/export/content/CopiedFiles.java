package io.anteroom.clinic.export.content;

import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.file.StoredFile;
import io.anteroom.clinic.file.seal.UnreadableFileException;
import io.anteroom.clinic.file.store.LostContentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.UriUtils;

/**
 * The files of one copy. A copy has an end: what comes after it, what may not be opened, and what is lost or damaged where it was kept, is
 * named on its page and not in it.
 */
final class CopiedFiles {

    /** Bytes. The copy is made in the folder for passing files, which is 1 GB where the chart makes it. */
    static final long ROOM = 120_000_000;

    private static final int MOST = 2_000;

    private static final Logger log = LoggerFactory.getLogger(CopiedFiles.class);

    private final Files files;
    private final Map<FileId, StoredFile> held = new LinkedHashMap<>();
    private long size;

    CopiedFiles(Files files) {
        this.files = files;
    }

    /**
     * Takes the files that the parts name, as far as there is room. Each is read to its end here once, since the pages say of each whether it
     * is there, and a copy that fails at one file would fail at it for ever.
     *
     * @throws IOException if where they are kept doesn't answer, which is another day's copy
     */
    void take(List<ExportPart> parts, ExportSubject subject) throws IOException {
        Consumer<FileId> taking = id -> {
            if (held.size() < MOST && !held.containsKey(id)) {
                files.find(id).filter(this::fits).filter(this::whole).ifPresent(this::hold);
            }
        };
        try {
            for (var part : parts) {
                part.files(subject, taking);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean fits(StoredFile file) {
        return file.check().opens() && size + file.size() <= ROOM;
    }

    private boolean whole(StoredFile file) {
        try {
            write(file, OutputStream.nullOutputStream());
            return true;
        } catch (LostContentException | UnreadableFileException e) {
            log.warn("File {} is left out of a copy: {}", file.id(), e.getMessage());
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hold(StoredFile file) {
        held.put(file.id(), file);
        size += file.size();
    }

    Collection<StoredFile> all() {
        return held.values();
    }

    Optional<StoredFile> find(FileId id) {
        return Optional.ofNullable(held.get(id));
    }

    /** Where it is in the copy. */
    static String path(StoredFile file) {
        return "files/" + file.id() + "-" + file.name();
    }

    /** The same as a link says it. */
    static String url(StoredFile file) {
        return UriUtils.encodePath(path(file), StandardCharsets.UTF_8);
    }

    /** Writes one out; nothing of one that has gone meanwhile. */
    void write(StoredFile file, OutputStream to) throws IOException {
        if (files.open(file.id()) instanceof Opening.Opened(var content)) {
            try (InputStream in = content.from(0)) {
                in.transferTo(to);
            }
        }
    }
}
