package io.anteroom.demo;

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
}
