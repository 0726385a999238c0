package io.anteroom.image;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Lays out the image's files: a runtime, the jars, the command's arguments and, after a trial start, the AOT cache. */
public final class BuildLayout {

    /** As Jib gives to every file; the JVM compares it before it trusts the cache. */
    private static final FileTime TIME = FileTime.from(Instant.ofEpochSecond(1));

    private static final String MODULES = "java.se,jdk.charsets,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,"
            + "jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs";

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseG1GC",
            "-XX:MaxRAMPercentage=55",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true");

    private BuildLayout() {}

    /**
     * Does nothing where the folder is already filled from the same jars.
     *
     * @param arguments the folder to fill, the application's jar, and a file with the class path of what it needs
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Layout layout = new Layout(Path.of(arguments[0]).toAbsolutePath());
        List<Path> jars = new ArrayList<>(List.of(Path.of(arguments[1])));
        Arrays.stream(Files.readString(Path.of(arguments[2])).strip().split(File.pathSeparator))
                .map(Path::of)
                .forEach(jars::add);
        Path built = layout.root().resolveSibling("image.key");
        String key = key(jars);
        if (Files.exists(built) && Files.readString(built).equals(key)) {
            return;
        }
        Files.deleteIfExists(built);
        delete(layout.root());
        fill(layout, jars);
        new Trial(layout).start();
        sameTime(layout.root());
        Files.writeString(built, key);
    }

    private static void fill(Layout layout, List<Path> jars) throws IOException {
        Files.createDirectories(layout.libraries());
        Files.createDirectories(layout.application());
        List<String> classPath = new ArrayList<>();
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            Path folder = name.startsWith("anteroom-") ? layout.application() : layout.libraries();
            // No second of the same name is let in, nor a folder of classes, which no AOT cache takes.
            Files.copy(jar, folder.resolve(name));
            classPath.add(folder.getFileName() + "/" + name);
        }
        runtime(layout.runtime());
        List<String> lines = new ArrayList<>(OPTIONS);
        lines.addAll(List.of("-cp", String.join(":", classPath), "io.anteroom.server.AnteroomApplication"));
        Files.write(layout.arguments(), lines);
        sameTime(layout.root());
    }

    private static void runtime(Path folder) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("This Java has no jlink: build with a JDK"));
        int exit = jlink.run(
                System.out,
                System.err,
                "--add-modules",
                MODULES,
                "--no-header-files",
                "--no-man-pages",
                "--output",
                folder.toString());
        if (exit != 0) {
            throw new IllegalStateException("jlink ended with " + exit);
        }
    }

    private static void sameTime(Path root) throws IOException {
        for (Path path : everything(root)) {
            if (!Files.isSymbolicLink(path)) {
                Files.setLastModifiedTime(path, TIME);
            }
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            for (Path path : everything(root)) {
                Files.delete(path);
            }
        }
    }

    /** The deepest first. */
    private static List<Path> everything(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** What the layout is made of: as long as it is the same, the layout is too. */
    private static String key(List<Path> jars) throws IOException {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            sum.update((Runtime.version() + MODULES + OPTIONS).getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                if (!Files.isRegularFile(jar)) {
                    throw new IllegalStateException(
                            jar + " is no jar: build the image from the root, with its modules");
                }
                sum.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
