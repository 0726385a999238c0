package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs another main class until standard input ends. The parent holds the other end and never writes: however it goes,
 * by kill -9 too, the pipe closes and this process ends. Runs inside Keycloak's process, from a jar of its own.
 */
public final class Lifeline {

    private Lifeline() {}

    /** Runs the main class named by the first argument with the others. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().name("lifeline").daemon().start(Lifeline::endWithParent);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent has nothing to say.
            }
        } catch (IOException closed) {
            // The same as the end.
        }
        System.exit(0);
    }
}
