package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends a Keycloak that a run before left behind on a data directory, which {@link Lifeline} should have prevented: two
 * on one database would spoil it. A process id may since belong to something else, so the command line must name the
 * directory too.
 */
final class Orphans {

    private Orphans() {}

    /** An option of the process that tells whose it is. */
    static String mark(Path data) {
        return "-Danteroom.data=" + data.toAbsolutePath();
    }

    static void remember(Path data, long keycloak) throws IOException {
        Files.writeString(
                pidFile(data), keycloak + " " + ProcessHandle.current().pid());
    }

    static void forget(Path data) {
        try {
            Files.deleteIfExists(pidFile(data));
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }

    /** Ends the Keycloak of this directory, if one still runs. */
    static void reap(Path data) throws IOException, InterruptedException {
        var pids = pids(data);
        if (pids.isEmpty()) {
            return;
        }
        var orphan = ProcessHandle.of(pids.get()[0]).filter(process -> isKeycloakOf(data, process));
        if (orphan.isPresent()) {
            end(orphan.get());
        }
        forget(data);
    }

    /** Ends and removes the runs in this directory whose parents are gone. */
    static void reapAll(Path runs) throws IOException, InterruptedException {
        if (!Files.isDirectory(runs)) {
            return;
        }
        try (var directories = Files.list(runs)) {
            for (var data : directories.toList()) {
                var pids = pids(data);
                if (pids.isPresent() && ProcessHandle.of(pids.get()[1]).isEmpty()) {
                    reap(data);
                    Directories.delete(data);
                }
            }
        }
    }

    private static boolean isKeycloakOf(Path data, ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(mark(data) + " ");
    }

    private static void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
        }
    }

    /** Keycloak's process id and its parent's. */
    private static Optional<long[]> pids(Path data) throws IOException {
        var file = pidFile(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var parts = Files.readString(file).strip().split(" ", -1);
        return parts.length == 2 && parts[0].matches("\\d{1,10}") && parts[1].matches("\\d{1,10}")
                ? Optional.of(new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])})
                : Optional.empty();
    }

    private static Path pidFile(Path data) {
        return data.resolve("keycloak.pid");
    }
}
