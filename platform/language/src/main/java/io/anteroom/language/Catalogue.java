package io.anteroom.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The translations into one language, of all modules and features, read once. What has none stays English; it is counted
 * each time and told the log once.
 */
final class Catalogue {

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    private static final Map<Language, Catalogue> ALL = new ConcurrentHashMap<>();
    private static final LongAdder MISSED = new LongAdder();

    /** Texts are literals of the code, so there are only so many; a fault elsewhere shall not fill the memory. */
    private static final int TOLD = 5_000;

    private final Language language;
    private final Map<String, String> translations;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private Catalogue(Language language, Map<String, String> translations) {
        this.language = language;
        this.translations = translations;
    }

    static Catalogue of(Language language) {
        return ALL.computeIfAbsent(language, Catalogue::read);
    }

    /** How many texts were asked for, in all languages since the start, that have no translation. */
    static long missed() {
        return MISSED.sum();
    }

    String translation(@Nullable String context, String english) {
        if (language == Language.ENGLISH) {
            return english;
        }
        String found = translations.get(PoFile.key(context, english));
        if (found != null) {
            return found;
        }
        MISSED.increment();
        if (told.size() < TOLD && told.add(PoFile.key(context, english))) {
            log.warn("No text in language={} for: {}", language.tag(), english);
        }
        return english;
    }

    private static Catalogue read(Language language) {
        Map<String, String> translations = new HashMap<>();
        if (language != Language.ENGLISH) {
            try {
                Resource[] files = new PathMatchingResourcePatternResolver(Catalogue.class.getClassLoader())
                        .getResources("classpath*:words/*/" + language.tag() + ".po");
                Arrays.stream(files)
                        .sorted(Comparator.comparing(Resource::getDescription))
                        .forEach(file -> read(file, translations));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Catalogue(language, Map.copyOf(translations));
    }

    private static void read(Resource file, Map<String, String> translations) {
        try {
            PoFile.read(file.getDescription(), file.getContentAsString(StandardCharsets.UTF_8)).stream()
                    .filter(entry -> !entry.translation().isEmpty())
                    .forEach(entry -> translations.putIfAbsent(entry.key(), entry.translation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
