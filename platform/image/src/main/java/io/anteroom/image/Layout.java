package io.anteroom.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things stand in the image, and below {@code target/image} in the same way.
 *
 * @param root what is {@code /} in the image
 */
record Layout(Path root) {

    /** Where the application runs; the paths in its command are relative to it. */
    static final String HOME = "/app";

    static final String CACHE = "anteroom.aot";
    static final String ARGUMENTS = "anteroom.args";

    /** A Java runtime of the JDK that built the application: an AOT cache fits no other. */
    Path runtime() {
        return root.resolve("opt/java");
    }

    Path home() {
        return root.resolve(HOME.substring(1));
    }

    /** Jars of others, which seldom change. */
    Path libraries() {
        return home().resolve("lib");
    }

    /** Our own jars. */
    Path application() {
        return home().resolve("anteroom");
    }

    Path arguments() {
        return home().resolve(ARGUMENTS);
    }

    Path cache() {
        return home().resolve(CACHE);
    }

    /**
     * The image's command, to be run in {@link #home()}.
     *
     * @param java the runtime's {@code java}
     * @param options more for the JVM
     */
    static List<String> command(String java, String... options) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(List.of(options));
        command.add("@" + ARGUMENTS);
        return List.copyOf(command);
    }

    /** The command as the image has it. */
    static List<String> entrypoint() {
        return command("/opt/java/bin/java", "-XX:AOTCache=" + CACHE);
    }
}
