package io.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {

    private final String temporary = System.getProperty("java.io.tmpdir");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void restore() {
        System.setProperty("java.io.tmpdir", temporary);
    }

    @Test
    void aFreshStartKeepsNothing() throws Exception {
        Files.createDirectories(folder.resolve("demo/postgresql/base"));
        Files.writeString(folder.resolve("demo/postgresql/base/1"), "x");
        Files.writeString(folder.resolve("demo/secrets.properties"), "x");

        DemoDirectory.open(options("demo", true));

        assertThat(folder.resolve("demo"))
                .isDirectoryNotContaining(part -> !part.endsWith("lock") && !part.endsWith("tmp"));
    }

    @Test
    void anOrdinaryStartKeepsAllButTemporaryFiles() throws Exception {
        Files.createDirectories(folder.resolve("demo/tmp"));
        Files.writeString(folder.resolve("demo/tmp/left-behind"), "x");
        Files.writeString(folder.resolve("demo/secrets.properties"), "x");

        var directory = DemoDirectory.open(options("demo", false));

        assertThat(directory.resolve("secrets.properties")).hasContent("x");
        assertThat(directory.resolve("tmp")).isEmptyDirectory();
        assertThat(System.getProperty("java.io.tmpdir"))
                .isEqualTo(directory.resolve("tmp").toString());
    }

    @Test
    void twoDemosDoNotShareAFolder() throws Exception {
        DemoDirectory.open(options("demo", false));
        DemoDirectory.open(options("another", false));

        assertThatExceptionOfType(CannotStartException.class)
                .isThrownBy(() -> DemoDirectory.open(options("demo", true)))
                .withMessageContaining("Another demo runs");
    }

    @Test
    void onlyTheOwnerLooksInside() throws Exception {
        DemoDirectory.open(options("demo", false));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("demo"))))
                .isEqualTo("rwx------");
    }

    private DemoOptions options(String name, boolean fresh) {
        return new DemoOptions(8080, fresh, folder.resolve(name));
    }
}
