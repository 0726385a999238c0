package io.anteroom.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Sees to it that nothing outlives whoever started it, however that ends. */
final class EndWithParent {

    private EndWithParent() {}

    /** Ends this process when its parent, Maven, has ended: by Ctrl-C, by a signal, by kill -9. */
    static void watchMaven() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.ofPlatform()
                        .name("end-with-maven")
                        .daemon()
                        .start(() -> {
                            parent.onExit().join();
                            System.exit(0);
                        }));
    }

    /**
     * Ends a process that is not ours to change, when this one is gone: a shell waits for the end of a pipe that only we
     * hold. Ended in the ordinary way, that process is gone by then and the signal meets nobody.
     */
    static Process guard(long pid, Path log) throws IOException {
        return new ProcessBuilder("sh", "-c", "trap '' INT; read line; kill -INT \"$0\"", Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
