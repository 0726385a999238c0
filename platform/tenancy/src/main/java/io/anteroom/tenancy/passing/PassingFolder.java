package io.anteroom.tenancy.passing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of this process's own for files that pass through it unsealed, which only its user may open. What a process leaves there that
 * ends in the middle, the next one that starts beside it removes: a lock tells which folders are still somebody's.
 */
public final class PassingFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PassingFolder.class);

    private static final String PREFIX = "anteroom-passing-";
    private static final String LOCK = "in-use";
    private static final int TRIES = 3;

    private final Path path;
    private final FileChannel lock;

    private PassingFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Made when it is first asked for, and held until the process ends. */
    private static final class Own {

        static final PassingFolder FOLDER = begin();

        private static PassingFolder begin() {
            try {
                return in(Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir"))));
            } catch (IOException e) {
                throw new UncheckedIOException("There is no folder for passing files", e);
            }
        }
    }

    /** This process's folder. The first to ask makes it, and removes those of processes that are no more. */
    public static Path own() {
        return Own.FOLDER.path;
    }

    /** A new one within {@code parent}, after those there that are nobody's any more are gone. */
    static PassingFolder in(Path parent) throws IOException {
        sweep(parent);
        for (int i = 0; i < TRIES; i++) {
            Path path = Files.createTempDirectory(parent, PREFIX);
            FileChannel lock = lock(path.resolve(LOCK), StandardOpenOption.CREATE_NEW);
            // Another that starts just now may have taken it for nobody's before it had its lock.
            if (lock != null && Files.exists(path.resolve(LOCK))) {
                return new PassingFolder(path, lock);
            }
        }
        throw new IOException("A folder for passing files could not be kept");
    }

    private static void sweep(Path parent) throws IOException {
        List<Path> folders;
        try (var all = Files.list(parent)) {
            folders = all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path folder : folders) {
            try {
                removeUnlessInUse(folder);
            } catch (IOException e) {
                // Another user's, or somebody else removes it too.
                log.debug("A folder for passing files stays", e);
            }
        }
    }

    private static void removeUnlessInUse(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel lock = lock(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (lock != null) {
                delete(folder);
            }
        }
    }

    /** The file with its lock, or null where somebody else has it. */
    private static @Nullable FileChannel lock(Path file, StandardOpenOption how) throws IOException {
        FileChannel channel = FileChannel.open(file, how, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            log.trace("It is this process's own", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    Path path() {
        return path;
    }

    /** Lets go of it, as the end of the process does. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
