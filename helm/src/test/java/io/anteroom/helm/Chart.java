package io.anteroom.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The chart, as Helm itself reads it: no cluster is asked. */
final class Chart {

    static final Path FOLDER = Path.of("anteroom").toAbsolutePath();

    /** Helm's library leaves hooks out of what it renders, so it is given the chart with this in place of the word. */
    private static final String HOOK = "helm.sh/hook";

    private static final String NO_HOOK = "was-a/hook";

    private static final Path WITHOUT_HOOKS = withoutHooks();

    /** What an installation says for itself, on top of a size. */
    static final Path EXAMPLE = FOLDER.resolve("values-example.yaml");

    private Chart() {}

    static Path values(String size) {
        return FOLDER.resolve("values-" + size + ".yaml");
    }

    static Rendered render(String size) {
        return render(size, Map.of());
    }

    /** Renders a release named {@code anteroom}; {@code set} as in Helm's {@code --set}. */
    static Rendered render(String size, Map<String, Object> set) {
        TemplateCommand template = new Helm(WITHOUT_HOOKS)
                .template()
                .withName("anteroom")
                .withNamespace("portals")
                .withKubeVersion("1.34.0")
                .withValuesFile(values(size))
                .withValuesFile(EXAMPLE);
        set.forEach(template::set);
        return Rendered.of(template.call().replace(NO_HOOK, HOOK));
    }

    /** Lints with a size's values. Helm's library lints a chart by its own values alone, so a copy is given these. */
    static LintResult lint(String size, Path empty) throws IOException {
        Path copy = copy(empty);
        Map<String, Object> values = read(FOLDER.resolve("values.yaml"));
        lay(read(values(size)), values);
        lay(read(EXAMPLE), values);
        Files.writeString(copy.resolve("values.yaml"), new Yaml().dump(values));
        return new Helm(copy).lint().strict().call();
    }

    private static Path withoutHooks() {
        try {
            Path copy = copy(Files.createTempDirectory(Path.of("target"), "chart"));
            try (Stream<Path> templates = Files.list(copy.resolve("templates"))) {
                for (Path template : templates.toList()) {
                    Files.writeString(template, Files.readString(template).replace(HOOK, NO_HOOK));
                }
            }
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path copy(Path empty) throws IOException {
        Path copy = empty.resolve("anteroom").toAbsolutePath();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(FOLDER.relativize(file)));
            }
        }
        return copy;
    }

    static Map<String, Object> read(Path file) throws IOException {
        return yaml().load(Files.readString(file));
    }

    /** A reader that does not let the second of two equal keys win in silence. */
    static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(options);
    }

    @SuppressWarnings("unchecked")
    private static void lay(Map<String, Object> over, Map<String, Object> under) {
        over.forEach((key, value) -> {
            if (value instanceof Map<?, ?> deeper && under.get(key) instanceof Map<?, ?> known) {
                Map<String, Object> merged = new LinkedHashMap<>((Map<String, Object>) known);
                lay((Map<String, Object>) deeper, merged);
                under.put(key, merged);
            } else {
                under.put(key, value);
            }
        });
    }
}
