package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command line of Keycloak, run by this JVM's Java, on a {@link Lifeline} so that it ends when we do. */
final class KeycloakCommand {

    private final List<String> jvm = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    private KeycloakCommand() {}

    static KeycloakCommand of(Installation installation) {
        var home = installation.home();
        var command = new KeycloakCommand();
        command.arguments.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Duser.language=en",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar") + ":" + installation.lifeline(),
                Lifeline.class.getName(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    /** Options of the JVM besides the usual. */
    KeycloakCommand jvm(String... options) {
        jvm.addAll(List.of(options));
        return this;
    }

    /** More of what comes after Keycloak's own name. */
    KeycloakCommand then(String... more) {
        return then(List.of(more));
    }

    KeycloakCommand then(List<String> more) {
        arguments.addAll(more);
        return this;
    }

    Process start(Path log) throws IOException {
        return start(log, Map.of());
    }

    Process start(Path log, Map<String, String> environment) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
        process.environment().putAll(environment);
        return process.start();
    }
}
