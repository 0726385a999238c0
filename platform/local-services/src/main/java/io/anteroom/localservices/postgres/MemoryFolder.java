package io.anteroom.localservices.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders in the machine's memory, for data that nobody keeps. A clinic's schema is some 250 files, and a disk's file system
 * makes them the slower the more were deleted in the minutes before, as tests do.
 */
final class MemoryFolder {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "anteroom-postgresql-";

    private MemoryFolder() {}

    /**
     * A new one, if there are {@code gigabytes} of memory for it; containers often have 64 MB. What processes that were
     * killed left behind is removed first.
     */
    static Optional<Path> make(int gigabytes) {
        try {
            if (!Files.isWritable(MEMORY)) {
                return Optional.empty();
            }
            removeOrphans();
            if (Files.getFileStore(MEMORY).getUsableSpace() < (long) gigabytes << 30) {
                return Optional.empty();
            }
            return Optional.of(Files.createTempDirectory(
                    MEMORY, PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException failed) {
            throw new UncheckedIOException("No folder could be made in " + MEMORY, failed);
        }
    }

    private static void removeOrphans() throws IOException {
        try (Stream<Path> all = Files.list(MEMORY)) {
            for (Path folder : all.filter(MemoryFolder::isOrphan).toList()) {
                Postmaster.of(folder).ifPresent(Postmaster::end);
                delete(folder);
            }
        }
    }

    private static boolean isOrphan(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.startsWith(PREFIX) || !Files.isWritable(folder)) {
            return false;
        }
        String pid = name.substring(PREFIX.length()).replaceFirst("-.*", "");
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException | NoSuchFileException removedByAnother) {
            // Whoever starts at the same time removes the rest.
        }
    }
}
