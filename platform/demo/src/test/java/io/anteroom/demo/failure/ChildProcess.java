package io.anteroom.demo.failure;

import io.anteroom.demo.RunningDemo;
import io.anteroom.server.AnteroomApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application as a process of its own beside the demo's, on the same database and services. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it; it is on its way when this returns.
     *
     * @param name of its log
     * @param changed what it is told otherwise than the demo is
     */
    static ChildProcess start(RunningDemo demo, String name, Map<String, Object> changed) {
        var settings = demo.settings();
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.putAll(changed);
        var log = demo.logOf(name);
        settings.put("logging.file.name", log);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AnteroomApplication.class.getName()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            Files.deleteIfExists(log);
            return new ChildProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.resolveSibling(name + ".out").toFile())
                            .start(),
                    log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What its probe says to an orchestrator, which asks for no kind of content, on the port of health and metrics. That
     * port opens a moment after the one for people.
     */
    boolean isReady(int port) {
        var probe = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(probe).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What it has logged so far. */
    String said() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
