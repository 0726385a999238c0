package io.anteroom.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The folder that keeps a demo between its runs, in the hands of one process at a time. */
final class DemoDirectory {

    private static final String LOCK = "lock";

    private final Path path;
    private final FileLock lock;

    private DemoDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens it, and empties it if the demo is to begin with nothing. */
    static DemoDirectory open(DemoOptions options) throws IOException {
        var path = Files.createDirectories(options.directory());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        var lock = lock(path.resolve(LOCK));
        if (lock == null) {
            throw new CannotStartException("Another demo runs on " + path + ". End it first.");
        }
        if (options.fresh()) {
            empty(path);
        }
        temporary(path.resolve("tmp"));
        return new DemoDirectory(path, lock);
    }

    private static @Nullable FileLock lock(Path file) throws IOException {
        // Held until this process ends.
        @SuppressWarnings("resource")
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    Path resolve(String part) {
        if (!lock.isValid()) {
            throw new IllegalStateException("The folder was given up");
        }
        return path.resolve(part);
    }

    private static void empty(Path directory) throws IOException {
        try (var parts = Files.list(directory)) {
            for (var part : parts.filter(part -> !part.endsWith(LOCK)).toList()) {
                delete(part);
            }
        }
    }

    /** Temporary files of all parts in this process, also those that a kill -9 left behind. */
    private static void temporary(Path directory) throws IOException {
        delete(directory);
        Files.createDirectory(directory);
        System.setProperty("java.io.tmpdir", directory.toString());
    }

    private static void delete(Path part) throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (var files = Files.walk(part)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
