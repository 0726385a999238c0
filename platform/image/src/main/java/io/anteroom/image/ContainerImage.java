package io.anteroom.image;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** What the image is: layers, those that change least first, a command, and a user who is not root. */
public final class ContainerImage {

    /** The user and the group by number, as Kubernetes wants it to see that neither is root. */
    public static final int USER = 10001;

    private static final FilePermissions RUN = FilePermissions.fromOctalString("755");
    private static final FilePermissions READ = FilePermissions.fromOctalString("644");

    private final Layout layout;

    ContainerImage(Layout layout) {
        this.layout = layout;
    }

    JibContainerBuilder from(JibContainerBuilder base) throws IOException {
        return base.addFileEntriesLayer(layer("runtime", layout.runtime()))
                .addFileEntriesLayer(layer("libraries", layout.libraries()))
                .addFileEntriesLayer(layer("application", layout.application(), layout.arguments()))
                .addFileEntriesLayer(layer("cache", layout.cache()))
                .setWorkingDirectory(AbsoluteUnixPath.get(Layout.HOME))
                .setEntrypoint(Layout.entrypoint())
                .setUser(USER + ":" + USER)
                .setExposedPorts(Set.of(Port.tcp(8080), Port.tcp(8081)))
                .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                .setCreationTime(Instant.EPOCH);
    }

    private FileEntriesLayer layer(String name, Path... paths) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        for (Path path : paths) {
            AbsoluteUnixPath place =
                    AbsoluteUnixPath.get("/").resolve(layout.root().relativize(path));
            layer.addEntryRecursive(
                    path, place, (file, inImage) -> Files.isDirectory(file) || Files.isExecutable(file) ? RUN : READ);
        }
        return layer.build();
    }

    /** The runtime is this machine's, so the image is for its like. */
    private static String architecture() {
        String here = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (here) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> throw new IllegalStateException("No image for " + here);
        };
    }
}
