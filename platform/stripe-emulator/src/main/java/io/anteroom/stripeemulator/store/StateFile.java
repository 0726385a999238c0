package io.anteroom.stripeemulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.node.ObjectNode;

/** The store in one file, replaced whole, so that a crash leaves the old one or the new one. */
record StateFile(Path path) {

    ObjectNode read() {
        try {
            return Files.exists(path) && Json.read(Files.readString(path)) instanceof ObjectNode state
                    ? state
                    : Json.object();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    void write(ObjectNode state) {
        try {
            Path directory = path.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path next = Files.createTempFile(directory, "stripe", ".json");
            Files.writeString(next, Json.write(state));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }
}
