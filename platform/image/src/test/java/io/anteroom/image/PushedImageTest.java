package io.anteroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image made of a base that a registry has by digest, and pushed to it: a registry of our own, on the loopback. */
class PushedImageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "tiny/base";
    private static final String OURS = "portals/anteroom";

    @TempDir
    private Path folder = Path.of("");

    private Layout layout = new Layout(folder);

    @BeforeEach
    void laidOut() throws IOException {
        layout = new Layout(folder.resolve("image"));
        write(layout.runtime().resolve("bin/java"), "a program");
        write(layout.libraries().resolve("spring.jar"), "of others");
        write(layout.application().resolve("anteroom-portal.jar"), "of ours");
        write(layout.arguments(), "-cp lib/spring.jar");
        write(layout.cache(), "classes");
    }

    @Test
    void whatIsPushedStandsOnTheBaseAndHasItsLayersInOrder() throws Exception {
        try (LoopbackRegistry registry = new LoopbackRegistry(folder)) {
            String base = base(registry);

            assertThat(push(registry, base)).contains("The image is pushed: " + registry.name(OURS) + ":1");

            JsonNode manifest = JSON.readTree(registry.get(OURS, "1"));
            List<List<String>> layers = new ArrayList<>();
            for (JsonNode layer : manifest.path("layers")) {
                layers.add(files(registry.get(OURS, layer.path("digest").asText())));
            }
            assertThat(layers)
                    .containsExactly(
                            List.of("etc/base-of-" + architecture()),
                            List.of("opt/java/bin/java"),
                            List.of("app/lib/spring.jar"),
                            List.of("app/anteroom.args", "app/anteroom/anteroom-portal.jar"),
                            List.of("app/anteroom.aot"));
            JsonNode image = JSON.readTree(
                    registry.get(OURS, manifest.path("config").path("digest").asText()));
            assertThat(image.path("architecture").asText()).isEqualTo(architecture());
            JsonNode config = image.path("config");
            assertThat(config.path("User").asText()).isEqualTo("10001:10001");
            assertThat(config.path("Entrypoint").toString())
                    .isEqualTo("[\"/opt/java/bin/java\",\"-XX:AOTCache=anteroom.aot\",\"@anteroom.args\"]");
            assertThat(config.path("WorkingDir").asText()).isEqualTo("/app");
            assertThat(config.path("Env").toString()).isEqualTo("[\"PATH=/of/the/base\"]");
            assertThat(image.path("rootfs").path("diff_ids")).hasSize(5);
        }
    }

    @Test
    void pushedAgainItIsTheSameAndNothingIsUploaded() throws Exception {
        try (LoopbackRegistry registry = new LoopbackRegistry(folder)) {
            String base = base(registry);
            push(registry, base);
            byte[] first = registry.get(OURS, "1");
            assertThat(registry.uploaded()).as("five layers and what runs").hasSize(6);

            push(registry, base);

            assertThat(registry.uploaded()).isEmpty();
            assertThat(registry.get(OURS, "1")).isEqualTo(first);
        }
    }

    @Test
    void aChangeOfOursUploadsOurLayerAndTheCacheButNoLibraryAndNoRuntime() throws Exception {
        try (LoopbackRegistry registry = new LoopbackRegistry(folder)) {
            String base = base(registry);
            push(registry, base);
            registry.uploaded();
            write(layout.application().resolve("anteroom-portal.jar"), "changed");
            write(layout.cache(), "classes of what changed");

            push(registry, base);

            assertThat(registry.uploaded()).as("two layers and what runs").hasSize(3);
        }
    }

    /** The digest is what is asked for and what is checked: a registry cannot pass something else off as the base. */
    @Test
    void anotherBaseThanTheOneOfTheDigestIsNotTaken() throws Exception {
        try (LoopbackRegistry registry = new LoopbackRegistry(folder)) {
            base(registry);
            ByteArrayOutputStream said = new ByteArrayOutputStream();

            boolean done = build(registry.name(BASE) + "@sha256:" + "0".repeat(64), registry.name(OURS) + ":1", said);

            assertThat(done)
                    .as("who asked for a push is told that there was none")
                    .isFalse();
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("NO IMAGE WAS MADE");
            assertThat(registry.uploaded()).isEmpty();
        }
    }

    @Test
    void whereNoRegistryIsOnlyAPushFails() throws Exception {
        String base;
        try (LoopbackRegistry registry = new LoopbackRegistry(folder)) {
            base = registry.name(BASE) + "@" + base(registry);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(build(base, base.replaceAll("/.*", "/" + OURS + ":1"), said)).isFalse();
        assertThat(build(base, "", said)).isTrue();

        assertThat(said.toString(StandardCharsets.UTF_8).split("NO IMAGE WAS MADE", -1))
                .hasSize(3);
        assertThat(folder.resolve("anteroom.tar")).doesNotExist();
    }

    @Test
    void withoutANameToPushByItIsKeptInAFile() throws Exception {
        try (LoopbackRegistry registry = new LoopbackRegistry(folder)) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();

            assertThat(build(registry.name(BASE) + "@" + base(registry), "", said))
                    .isTrue();

            assertThat(said.toString(StandardCharsets.UTF_8)).contains("The image is in ");
            assertThat(folder.resolve("anteroom.tar")).isNotEmptyFile();
            assertThat(registry.uploaded()).isEmpty();
        }
    }

    private String push(LoopbackRegistry registry, String base) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(build(registry.name(BASE) + "@" + base, registry.name(OURS) + ":1", said))
                .as(said.toString(StandardCharsets.UTF_8))
                .isTrue();
        return said.toString(StandardCharsets.UTF_8);
    }

    private boolean build(String from, String to, ByteArrayOutputStream said) throws Exception {
        return new BuildImage(layout, from, folder.resolve("anteroom.tar"), to)
                .run(this::onTheLoopback, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    /** Nobody signed its certificate; and what other builds of this machine have in store is not to help. */
    private Containerizer onTheLoopback(Containerizer settings) {
        return settings.setAllowInsecureRegistries(true)
                .setBaseImageLayersCache(folder.resolve("base-layers"))
                .setApplicationLayersCache(folder.resolve("layers"));
    }

    /** A base for two architectures, as a published one is: a list of images, known by the digest of the list. */
    private static String base(LoopbackRegistry registry) throws IOException {
        String images = image(registry, "amd64") + "," + image(registry, "arm64");
        return registry.keep(BASE, "application/vnd.oci.image.index.v1+json", bytes("""
                {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [%s]}""".formatted(images)));
    }

    private static String image(LoopbackRegistry registry, String architecture) throws IOException {
        byte[] tar = tar("etc/base-of-" + architecture);
        byte[] layer = gzip(tar);
        byte[] config = bytes("""
                {"architecture": "%s", "os": "linux", "config": {"Env": ["PATH=/of/the/base"]},
                 "rootfs": {"type": "layers", "diff_ids": ["%s"]}, "history": []}""".formatted(architecture, LoopbackRegistry.digest(tar)));
        byte[] manifest = bytes("""
                {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
                 "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "%s", "size": %d},
                 "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "%s", "size": %d}]}""".formatted(
                        registry.keep(BASE, "application/octet-stream", config),
                        config.length,
                        registry.keep(BASE, "application/octet-stream", layer),
                        layer.length));
        String type = "application/vnd.oci.image.manifest.v1+json";
        return """
                {"mediaType": "%s", "digest": "%s", "size": %d, "platform": {"architecture": "%s", "os": "linux"}}""".formatted(type, registry.keep(BASE, type, manifest), manifest.length, architecture);
    }

    private static byte[] tar(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.putArchiveEntry(new TarArchiveEntry(name));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<String> files(byte[] layer) throws IOException {
        List<String> files = new ArrayList<>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.add(entry.getName());
                }
            }
        }
        return files;
    }

    private static String architecture() {
        return System.getProperty("os.arch", "").matches("aarch64|arm64") ? "arm64" : "amd64";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
