package io.anteroom.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;

/** ICU's messages, parsed once for each language and country. A format is not safe for two threads, so each has its copy. */
final class Patterns {

    private record Key(ULocale locale, String pattern) {}

    private static final Cache<Key, MessageFormat> PARSED =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private Patterns() {}

    static String format(ULocale locale, String pattern, Map<String, Object> arguments) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat parsed =
                PARSED.get(new Key(locale, pattern), key -> new MessageFormat(key.pattern(), key.locale()));
        return ((MessageFormat) parsed.clone()).format(arguments);
    }
}
