package io.anteroom.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.random.RandomGenerator;

/** Keys and passwords made at the first start and kept in a file that only its owner reads. */
final class Secrets {

    /** Letters and digits that are not mistaken for one another, since people type the passwords. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Path file;
    private final Properties known = new Properties();
    private final RandomGenerator random = new SecureRandom();

    Secrets(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (var content = Files.newBufferedReader(file)) {
                known.load(content);
            }
        }
    }

    /** 32 bytes in base64. */
    synchronized String key(String name) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return kept(name, Base64.getEncoder().encodeToString(bytes));
    }

    /** Four groups of four characters, 80 bits. */
    synchronized String password(String name) {
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return kept(name, password.toString());
    }

    private String kept(String name, String fresh) {
        if (known.putIfAbsent(name, fresh) == null) {
            save();
        }
        return known.getProperty(name);
    }

    private void save() {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var written = Files.createTempFile(file.getParent(), "secrets", ".new", ownerOnly);
            try (var content = Files.newBufferedWriter(written)) {
                known.store(content, "Made by the demo; delete with the rest of this folder");
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
