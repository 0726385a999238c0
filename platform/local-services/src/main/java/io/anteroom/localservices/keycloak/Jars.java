package io.anteroom.localservices.keycloak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes jars of classes on our own class path, which is a jar when the module was packaged and a directory when it was
 * only compiled. The same classes give the same bytes either way, since Keycloak's cache is keyed by them.
 */
final class Jars {

    private Jars() {}

    /** Everything of the class path element that holds this resource, except what Maven adds. */
    static byte[] holding(String resource) throws IOException {
        var url = Objects.requireNonNull(Jars.class.getClassLoader().getResource(resource), resource);
        try {
            if (url.getProtocol().equals("jar")) {
                var jar = Path.of(new java.net.URI(
                        url.getPath().substring(0, url.getPath().indexOf("!/"))));
                try (var files = FileSystems.newFileSystem(jar)) {
                    return pack(files.getPath("/"), name -> !isMavens(name));
                }
            }
            var root = Path.of(url.toURI());
            for (int depth = Path.of(resource).getNameCount(); depth > 0; depth--) {
                root = Objects.requireNonNull(root.getParent());
            }
            return pack(root, name -> !isMavens(name));
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }

    /** One class alone. */
    static byte[] of(Class<?> type) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes);
                var code = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name), name)) {
            add(jar, name, code.readAllBytes());
        }
        return bytes.toByteArray();
    }

    private static boolean isMavens(String name) {
        return name.equals("META-INF/MANIFEST.MF") || name.startsWith("META-INF/maven/");
    }

    private static byte[] pack(Path root, Predicate<String> wanted) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes);
                var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = root.relativize(file).toString().replace('\\', '/');
                if (wanted.test(name)) {
                    add(jar, name, Files.readAllBytes(file));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream jar, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
