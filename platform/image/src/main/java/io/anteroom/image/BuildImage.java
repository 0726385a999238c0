package io.anteroom.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** Makes an image of what {@link BuildLayout} laid out, and pushes it or keeps it in a file. */
public final class BuildImage {

    /** Debian 13 without anything but the C library and what it needs: Java, its certificates and time zones are ours. */
    static final String BASE =
            "docker.io/library/debian@sha256:d7e12182ce18b85b93007c1dedf31f2d29e01ccf3182cc4017c709b6259bc132";

    private BuildImage() {}

    /**
     * Ends with an error where a push was asked for and failed, and by saying so where no registry gave the base.
     *
     * @param arguments the laid-out files, the file for the image, and {@code to:} with the name to push it by, if any
     */
    public static void main(String[] arguments)
            throws InvalidImageReferenceException, CacheDirectoryCreationException, InterruptedException {
        Layout layout = new Layout(Path.of(arguments[0]).toAbsolutePath());
        Path file = Path.of(arguments[1]);
        String to = arguments[2].substring("to:".length());
        try {
            new ContainerImage(layout)
                    .from(Jib.from(RegistryImage.named(BASE)))
                    .containerize(to.isBlank() ? kept(file) : pushed(to));
            System.out.println("The image is " + (to.isBlank() ? "in " + file : "pushed: " + to));
        } catch (IOException | RegistryException | ExecutionException failed) {
            System.out.println(explanation(layout, registryFailure(failed)));
            // Who asked for a file can do without; who asked for a push must not believe in one.
            if (!to.isBlank()) {
                System.exit(1);
            }
        }
    }

    private static Containerizer kept(Path file) throws InvalidImageReferenceException {
        return Containerizer.to(TarImage.at(file).named("anteroom"));
    }

    private static Containerizer pushed(String to) throws InvalidImageReferenceException {
        ImageReference name = ImageReference.parse(to);
        CredentialRetrieverFactory logins = CredentialRetrieverFactory.forImage(name, event -> {});
        return Containerizer.to(RegistryImage.named(name).addCredentialRetriever(logins.dockerConfig()));
    }

    /** Jib asks registries on threads of its own, which wraps what went wrong there. */
    static Exception registryFailure(Exception failed) {
        Throwable cause = failed instanceof ExecutionException ? failed.getCause() : failed;
        if (cause instanceof IOException || cause instanceof RegistryException) {
            return (Exception) cause;
        }
        throw new IllegalStateException("The image could not be made", failed);
    }

    static String explanation(Layout layout, Exception failed) {
        return """

                NO IMAGE WAS MADE: no image registry answered (%s).
                Its files, with the Java runtime and the AOT cache, are complete under %s
                and start there as they would in the image. Run this again where a registry answers.
                """.formatted(failed.getMessage(), layout.root());
    }
}
