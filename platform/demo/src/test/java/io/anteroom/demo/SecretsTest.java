package io.anteroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aSecretIsTheSameInTheNextRun() throws Exception {
        var file = directory.resolve("secrets.properties");
        var first = new Secrets(file);
        var key = first.key("a");
        var password = first.password("b");

        var next = new Secrets(file);
        assertThat(next.key("a")).isEqualTo(key);
        assertThat(next.password("b")).isEqualTo(password).isNotEqualTo(next.password("c"));
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws Exception {
        var file = directory.resolve("secrets.properties");
        new Secrets(file).key("a");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyHas256Bits() throws Exception {
        var key = new Secrets(directory.resolve("secrets.properties")).key("a");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }
}
