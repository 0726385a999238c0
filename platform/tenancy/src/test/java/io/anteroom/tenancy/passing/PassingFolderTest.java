package io.anteroom.tenancy.passing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingFolderTest {

    @Test
    void whatAProcessThatIsNoMoreLeftGoesAsTheNextOneStarts(@TempDir Path parent) throws IOException {
        var dead = PassingFolder.in(parent);
        Files.createDirectory(dead.path().resolve("part"));
        Files.writeString(dead.path().resolve("part").resolve("letter"), "Secret");
        dead.close();

        try (var next = PassingFolder.in(parent)) {
            assertThat(dead.path()).doesNotExist();
            assertThat(next.path()).isDirectory();
        }
    }

    @Test
    void whatIsInUseStaysAndSoDoesWhatIsNotOurs(@TempDir Path parent) throws IOException {
        Path others = Files.createDirectory(parent.resolve("something-else"));
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("in-use"), "");
        Files.createSymbolicLink(parent.resolve("anteroom-passing-link"), elsewhere);
        try (var one = PassingFolder.in(parent)) {
            Path letter = Files.writeString(one.path().resolve("letter"), "Secret");
            try (var another = PassingFolder.in(parent)) {
                assertThat(letter).hasContent("Secret");
                assertThat(another.path()).isNotEqualTo(one.path());
            }
        }
        assertThat(others).isDirectory();
        assertThat(elsewhere.resolve("in-use")).exists();
    }

    @Test
    void onlyItsUserOpensIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PassingFolder.own())))
                .isEqualTo("rwx------");
        assertThat(PassingFolder.own()).isEqualTo(PassingFolder.own());
    }
}
