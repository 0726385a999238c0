package io.anteroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image made of a few small files, on nothing instead of a base, so that no registry is asked. */
class ContainerImageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder = Path.of("");

    private static Map<String, byte[]> image = Map.of();

    @BeforeAll
    static void make() throws Exception {
        Layout layout = new Layout(folder.resolve("image"));
        write(layout.runtime().resolve("bin/java"), "a program");
        Files.setPosixFilePermissions(
                layout.runtime().resolve("bin/java"), PosixFilePermissions.fromString("rwxr-xr-x"));
        write(layout.libraries().resolve("spring.jar"), "of others");
        write(layout.application().resolve("anteroom-portal.jar"), "of ours");
        write(layout.arguments(), "-cp lib/spring.jar");
        write(layout.cache(), "classes");
        Path tar = folder.resolve("image.tar");
        new ContainerImage(layout)
                .from(Jib.fromScratch())
                .containerize(Containerizer.to(TarImage.at(tar).named("anteroom"))
                        .setApplicationLayersCache(folder.resolve("layers"))
                        .setBaseImageLayersCache(folder.resolve("base")));
        image = unpack(Files.readAllBytes(tar));
    }

    @Test
    void itRunsTheApplicationWithItsCacheAndNotAsRoot() throws IOException {
        JsonNode config = config().path("config");
        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(config.path("WorkingDir").asText()).isEqualTo("/app");
        assertThat(texts(config.path("Entrypoint")))
                .containsExactly("/opt/java/bin/java", "-XX:AOTCache=anteroom.aot", "@anteroom.args");
        assertThat(config.path("ExposedPorts").fieldNames()).toIterable().containsExactly("8080/tcp", "8081/tcp");
    }

    @Test
    void whatChangesLeastLiesDeepest() throws IOException {
        List<List<String>> layers = new ArrayList<>();
        for (String name : texts(manifest().path("Layers"))) {
            List<String> files = new ArrayList<>();
            for (TarArchiveEntry entry : layer(name)) {
                if (entry.isFile()) {
                    files.add(entry.getName());
                }
            }
            layers.add(files);
        }
        assertThat(layers)
                .containsExactly(
                        List.of("opt/java/bin/java"),
                        List.of("app/lib/spring.jar"),
                        List.of("app/anteroom.args", "app/anteroom/anteroom-portal.jar"),
                        List.of("app/anteroom.aot"));
    }

    @Test
    void filesHaveTheTimeThatTheCacheWasMadeForAndCannotBeWritten() throws IOException {
        for (String name : texts(manifest().path("Layers"))) {
            for (TarArchiveEntry entry : layer(name)) {
                assertThat(entry.getLastModifiedTime().toMillis()).isEqualTo(1000);
                assertThat(entry.getLongUserId()).isZero();
                if (entry.isFile()) {
                    assertThat(entry.getMode() & 0777).isEqualTo(entry.getName().endsWith("/java") ? 0755 : 0644);
                }
            }
        }
    }

    @Test
    void theBaseIsNamedByItsDigest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BuildImage(new Layout(folder), "debian:13-slim", folder, ""))
                .withMessageContaining("image.base");
    }

    @Test
    void whereNoRegistryAnswersItIsSaid() {
        assertThat(BuildImage.explanation(
                        new Layout(Path.of("/built/target/image")), new UnknownHostException("registry.example.org")))
                .contains("NO IMAGE WAS MADE", "registry.example.org", "/built/target/image");
    }

    @Test
    void onlyARegistrysFailureIsCalledOne() {
        UnknownHostException unreachable = new UnknownHostException("registry.example.org");
        assertThat(BuildImage.registryFailure(new ExecutionException(unreachable)))
                .isSameAs(unreachable);
        assertThatIllegalStateException()
                .isThrownBy(() -> BuildImage.registryFailure(new ExecutionException(new NullPointerException())));
    }

    private static JsonNode manifest() throws IOException {
        return JSON.readTree(file("manifest.json")).path(0);
    }

    private static JsonNode config() throws IOException {
        return JSON.readTree(file(manifest().path("Config").asText()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static byte[] file(String name) {
        return image.getOrDefault(name, new byte[0]);
    }

    private static List<TarArchiveEntry> layer(String name) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(file(name))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Map<String, byte[]> unpack(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), tar.readAllBytes());
            }
        }
        return files;
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
