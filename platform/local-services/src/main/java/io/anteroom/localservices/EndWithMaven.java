package io.anteroom.localservices;

/** Sees to it that nothing outlives the Maven that started it, however that ends. */
public final class EndWithMaven {

    private EndWithMaven() {}

    /** Ends this process when its parent, Maven, has ended: by Ctrl-C, by a signal, by kill -9. */
    public static void watch() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.ofPlatform()
                        .name("end-with-maven")
                        .daemon()
                        .start(() -> {
                            parent.onExit().join();
                            // Nobody is left to read the code.
                            System.exit(1);
                        }));
    }
}
