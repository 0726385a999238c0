package io.anteroom.localservices.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** PostgreSQL's first process, which starts and ends the others and is not our child: it detaches itself. */
final class Postmaster {

    private Postmaster() {}

    /** The one that runs on this data folder, if one does. */
    static Optional<ProcessHandle> of(Path data) {
        Path file = pidFile(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).filter(Postmaster::isPostgres);
        } catch (IOException | NumberFormatException unreadable) {
            throw new IllegalStateException("Cannot read " + file, unreadable);
        }
    }

    /**
     * Sees to it that PostgreSQL on this folder ends when this JVM does, by kill -9 too: a shell waits for the end of a
     * pipe whose other end only we hold. Ended in the ordinary way, PostgreSQL has removed its file by then.
     */
    static void endWithUs(Path data) {
        try {
            new ProcessBuilder(
                            "sh",
                            "-c",
                            "trap '' INT HUP TERM; read -r line; [ -f \"$0\" ] && kill -INT \"$(head -n 1 \"$0\")\"",
                            pidFile(data).toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException noShell) {
            throw new IllegalStateException("There is no sh on PATH", noShell);
        }
    }

    static void end(ProcessHandle process) {
        process.destroy();
        process.onExit().completeOnTimeout(process, 15, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }
}
