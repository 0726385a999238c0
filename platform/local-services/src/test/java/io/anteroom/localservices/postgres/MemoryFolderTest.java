package io.anteroom.localservices.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MemoryFolderTest {

    private static final Path MEMORY = Path.of("/dev/shm");

    @Test
    void whatAKilledProcessLeftBehindIsRemovedAndWhatALivingOneHasStays() throws Exception {
        assumeTrue(Files.isWritable(MEMORY), "There is no folder in memory here");
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = folderOf(ended.pid());
        Path used = folderOf(ProcessHandle.current().pid());

        MemoryFolder.make(1)
                .ifPresent(folder -> assertThat(folder).isEmptyDirectory().satisfies(Files::delete));

        assertThat(left).doesNotExist();
        assertThat(used.resolve("base/1")).exists();
        Files.delete(used.resolve("base/1"));
        Files.delete(used.resolve("base"));
        Files.delete(used);
    }

    private static Path folderOf(long pid) throws IOException {
        Path folder = Files.createTempDirectory(MEMORY, "anteroom-postgresql-" + pid + "-");
        Files.writeString(Files.createDirectory(folder.resolve("base")).resolve("1"), "a table");
        return folder;
    }
}
