package io.anteroom.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.CredentialRetriever;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Makes an image of what {@link BuildLayout} laid out, and pushes it or keeps it in a file.
 *
 * @param layout the laid-out files
 * @param from the base by its digest
 * @param file where to keep the image
 * @param to the name to push it by, empty to keep it
 */
record BuildImage(Layout layout, String from, Path file, String to) {

    private static final Pattern BY_DIGEST = Pattern.compile("\\S+@sha256:[0-9a-f]{64}");

    BuildImage {
        if (!BY_DIGEST.matcher(from).matches()) {
            throw new IllegalArgumentException(
                    "image.base names no image by its digest, as debian@sha256:...: " + from);
        }
    }

    /**
     * Ends with an error where a push was asked for and failed, and by saying so where no registry gave the base.
     *
     * @param arguments the folder of the files, {@code from:} with the base, the file for the image, and {@code to:} with
     *     the name to push it by, if any
     */
    public static void main(String[] arguments)
            throws InvalidImageReferenceException, CacheDirectoryCreationException, InterruptedException {
        BuildImage build = new BuildImage(
                new Layout(Path.of(arguments[0]).toAbsolutePath()),
                arguments[1].substring("from:".length()),
                Path.of(arguments[2]),
                arguments[3].substring("to:".length()));
        if (!build.run(UnaryOperator.identity(), System.out)) {
            System.exit(1);
        }
    }

    /**
     * Says what came of it.
     *
     * @param settings what else Jib is to be told
     * @return whether what was asked for was done: who asked for a file can do without, who asked for a push must not
     *     believe in one
     */
    boolean run(UnaryOperator<Containerizer> settings, PrintStream out)
            throws InvalidImageReferenceException, CacheDirectoryCreationException, InterruptedException {
        try {
            JibContainer made = new ContainerImage(layout)
                    .from(Jib.from(
                            RegistryImage.named(ImageReference.parse(from)).addCredentialRetriever(logins(from))))
                    .containerize(settings.apply(to.isBlank() ? kept() : pushed()));
            out.println("The image is "
                    + (to.isBlank() ? "in " + file : "pushed: " + to + ", by digest " + made.getDigest()));
            return true;
        } catch (IOException | RegistryException | ExecutionException failed) {
            out.println(explanation(layout, registryFailure(failed)));
            return to.isBlank();
        }
    }

    private Containerizer kept() throws InvalidImageReferenceException {
        return Containerizer.to(TarImage.at(file).named("anteroom"));
    }

    private Containerizer pushed() throws InvalidImageReferenceException {
        return Containerizer.to(RegistryImage.named(ImageReference.parse(to)).addCredentialRetriever(logins(to)));
    }

    private static CredentialRetriever logins(String name) throws InvalidImageReferenceException {
        return CredentialRetrieverFactory.forImage(ImageReference.parse(name), event -> {})
                .dockerConfig();
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

                NO IMAGE WAS MADE: an image registry did not answer, or refused (%s).
                Its files, with the Java runtime and the AOT cache, are complete under %s
                and start there as they would in the image. Run this again where a registry answers.
                """.formatted(failed.getMessage(), layout.root());
    }
}
