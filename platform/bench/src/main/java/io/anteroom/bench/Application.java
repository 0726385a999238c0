package io.anteroom.bench;

import io.anteroom.server.AnteroomApplication;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application as a process of its own, so that nothing of the benchmark is in its memory and its processor time. */
public final class Application implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Duration start;

    private Application(Process process, int port, int managementPort, Duration start) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.start = start;
    }

    /** Starts it and waits until it says it is ready. */
    static Application start(Path log, List<String> jvm, List<String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseG1GC",
                "-Xmx512m",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + log.resolveSibling("application.jsa"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", jars(), AnteroomApplication.class.getName()));
        command.addAll(settings);
        command.addAll(List.of("--server.port=" + port, "--management.server.port=" + managementPort));
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANTEROOM_"));
        long began = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process, managementPort, log, began);
        return new Application(process, port, managementPort, Duration.ofNanos(System.nanoTime() - began));
    }

    private static void awaitReady(Process process, int managementPort, Path log, long began)
            throws InterruptedException {
        byte[] question = Wire.get("localhost", "/actuator/health/readiness", "");
        while (!isReady(managementPort, question)) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE_NANOS) {
                process.destroyForcibly();
                throw new IllegalStateException("The application did not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static boolean isReady(int managementPort, byte[] question) {
        try (Wire wire = new Wire(managementPort)) {
            return wire.send(question).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the benchmark runs with but its own classes, which are in a folder: an archive of classes wants jars alone. */
    private static String jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !Files.isDirectory(Path.of(path)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Where it answers, on the loopback, for every host. */
    public int port() {
        return port;
    }

    /** Where health and metrics are. */
    public int managementPort() {
        return managementPort;
    }

    /** From the start of the process until it was ready. */
    public Duration start() {
        return start;
    }

    /** The processor time it has used so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Its process, as for {@code jcmd}. */
    public long pid() {
        return process.pid();
    }

    /** Ends it as an orchestrator does, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
