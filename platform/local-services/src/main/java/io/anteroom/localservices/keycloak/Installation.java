package io.anteroom.localservices.keycloak;

import io.anteroom.localservices.UserCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Keycloak unpacked, built with our extension, and with the realm imported: made once for each combination of
 * Keycloak's version, the JVM's, the build options, the extension and the realm file, and kept in the user's cache.
 *
 * @param home Keycloak's own directory
 * @param golden the database just after the import, and the secret of the set-up client in it
 */
record Installation(Path home, Path golden) {

    /** The build puts Keycloak's distribution there too. */
    private static final Path CACHE = UserCache.of("keycloak");

    private static final List<String> BUILD_OPTIONS =
            List.of("--db=dev-file", "--health-enabled=true", "--cache=local");

    /** Where runs without a directory of their own keep their data. */
    static Path runs() {
        return CACHE.resolve("runs");
    }

    /** The class-data archive that the first start leaves for the others. */
    Path archive() {
        return home.resolve("anteroom").resolve("keycloak.jsa");
    }

    Path lifeline() {
        return home.resolve("anteroom").resolve("lifeline.jar");
    }

    /** Finds what is there and makes what is missing; other processes wait meanwhile. */
    static Installation prepare(Consumer<String> progress) throws IOException, InterruptedException {
        Files.createDirectories(CACHE);
        var version = version();
        var extension = Jars.holding("META-INF/services/org.keycloak.services.resource.RealmResourceProviderFactory");
        var lifeline = Jars.of(Lifeline.class);
        var realm = resource("anteroom-realm.json");
        var key = hash(
                Runtime.version().toString().getBytes(StandardCharsets.UTF_8),
                BUILD_OPTIONS.toString().getBytes(StandardCharsets.UTF_8),
                extension,
                lifeline);
        var home = CACHE.resolve(version + "-" + key);
        var installation = new Installation(home, home.resolve("anteroom").resolve("golden-" + hash(realm)));
        try (var channel =
                        FileChannel.open(CACHE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            Objects.requireNonNull(lock);
            if (!Files.exists(home.resolve("anteroom").resolve("built"))) {
                installation.build(version, extension, lifeline, progress);
            }
            if (!Files.exists(installation.golden)) {
                installation.importRealm(realm, progress);
            }
        }
        return installation;
    }

    private void build(String version, byte[] extension, byte[] lifeline, Consumer<String> progress)
            throws IOException, InterruptedException {
        progress.accept("Unpacking Keycloak " + version);
        Directories.delete(home);
        Directories.unzip(distribution(version), home);
        Files.write(home.resolve("providers").resolve("anteroom-keycloak-extension.jar"), extension);
        var ours = Files.createDirectory(home.resolve("anteroom"));
        Files.write(ours.resolve("lifeline.jar"), lifeline);
        progress.accept("Building Keycloak with Anteroom's extension, once; about 20 seconds");
        var log = ours.resolve("build.log");
        var exit = KeycloakCommand.of(this)
                .then("build")
                .then(BUILD_OPTIONS)
                .start(log)
                .waitFor();
        if (exit != 0) {
            throw new IOException("Keycloak's build failed:\n" + Files.readString(log));
        }
        Files.createFile(ours.resolve("built"));
    }

    private void importRealm(byte[] realm, Consumer<String> progress) throws IOException, InterruptedException {
        progress.accept("Importing Anteroom's realm into Keycloak, once; about 15 seconds");
        var unfinished = golden.resolveSibling("unfinished");
        Directories.delete(unfinished);
        Files.createDirectories(unfinished);
        var imports = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.write(imports.resolve("anteroom-realm.json"), realm);
        var server = ServerProcess.start(this, unfinished, 0, true);
        try {
            server.awaitReady();
        } finally {
            server.stop();
        }
        Files.move(unfinished, golden);
    }

    private static Path distribution(String version) throws IOException {
        var zip = CACHE.resolve("keycloak-quarkus-dist-" + version + ".zip");
        if (!Files.exists(zip)) {
            throw new IOException("There is no " + zip
                    + ". The build fetches it: ./mvnw generate-resources -pl platform/local-services");
        }
        return zip;
    }

    private static String version() throws IOException {
        var properties = new Properties();
        properties.load(new java.io.ByteArrayInputStream(resource("keycloak.properties")));
        return properties.getProperty("version");
    }

    private static byte[] resource(String name) throws IOException {
        try (var content = Objects.requireNonNull(Installation.class.getResourceAsStream(name), name)) {
            return content.readAllBytes();
        }
    }

    private static String hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new UncheckedIOException(new IOException(everyJvmHasIt));
        }
    }
}
