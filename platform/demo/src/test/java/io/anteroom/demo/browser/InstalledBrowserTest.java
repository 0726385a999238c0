package io.anteroom.demo.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledBrowserTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final List<String> ran = new ArrayList<>();
    private final Set<String> works = new HashSet<>();

    @Test
    void oneOnThePathIsTaken() throws Exception {
        var chrome = command("google-chrome");
        works.add(chrome + " --version");
        assertThat(browser(true).find()).contains(chrome);
    }

    @Test
    void aScriptThatOnlySaysWhatToInstallIsPassedOver() throws Exception {
        command("chromium-browser");
        var chrome = command("google-chrome");
        works.add(chrome + " --version");
        assertThat(browser(true).find()).contains(chrome);
    }

    @Test
    void rootOnDebianInstallsThePackageAfterAskingForNewLists() throws Exception {
        works.add("apt-get update");
        assertThatThrownBy(() -> browser(true).find()).isInstanceOf(IllegalStateException.class);
        assertThat(ran)
                .startsWith("apt-get install -y chromium", "apt-get update", "apt-get install -y chromium")
                .hasSize(4);
    }

    @Test
    void othersLetPlaywrightInstallItsOwn() throws Exception {
        works.add("playwright");
        assertThat(browser(false).find()).isEmpty();
        assertThat(ran).containsExactly("playwright");
    }

    @Test
    void whereNothingHelpsTheWayOutIsSaid() {
        assertThatThrownBy(() -> browser(false).find())
                .hasMessageContaining("apt-get install chromium")
                .hasMessageContaining("-Danteroom.browser=");
    }

    private InstalledBrowser browser(boolean rootOnDebian) {
        return new InstalledBrowser(directory.toString(), rootOnDebian, command -> {
            var line = String.join(" ", command);
            ran.add(line.contains("playwright.CLI") ? "playwright" : line);
            return works.contains(ran.getLast());
        });
    }

    private Path command(String name) throws IOException {
        var file = Files.createFile(directory.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
