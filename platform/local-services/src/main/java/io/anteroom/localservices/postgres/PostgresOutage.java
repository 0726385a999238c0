package io.anteroom.localservices.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes away a running {@link PostgresServer#keeping} server as a crash would, and brings it back on its port and data. */
public final class PostgresOutage {

    /** Backends of the dead server hold its memory until they notice; each try takes a moment of its own. */
    private static final int MOST_TRIES = 100;

    private final Path data;
    private final Path control;

    /**
     * Nothing happens yet.
     *
     * @param data the folder a running server keeps its data in
     */
    public PostgresOutage(Path data) {
        this.data = data;
        var postmaster = Postmaster.of(data).orElseThrow();
        this.control = Path.of(postmaster.info().command().orElseThrow()).resolveSibling("pg_ctl");
    }

    /** Kills it (kill -9) and waits until it is gone. Without a running server nothing happens. */
    public void begin() {
        Postmaster.of(data).ifPresent(postmaster -> {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        });
    }

    /** Starts it as it was started before, and waits until it answers. With a running server nothing happens. */
    public void end() {
        for (int tries = 1; Postmaster.of(data).isEmpty(); tries++) {
            if (startAgain() != 0 && tries == MOST_TRIES) {
                throw new IllegalStateException("PostgreSQL does not come back on " + data);
            }
        }
    }

    private int startAgain() {
        try {
            return new ProcessBuilder(command())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** PostgreSQL refuses to be started as root, and so believes not to be. */
    private List<String> command() {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control.toString(), "-D", data.toString(), "-w", "restart"));
        return command;
    }
}
