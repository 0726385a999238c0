package io.anteroom.clinic.file.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name a file is kept under: the one it came with, without folders, without what turns writing round or has a meaning to a file
 * system, and with the ending of what it is.
 */
final class SafeName {

    private static final int LONGEST = 100;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Controls, formats such as writing from right to left, halves of characters, unassigned and private ones. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}\\p{Zl}\\p{Zp}]");

    private static final Pattern MEANT = Pattern.compile("[<>:\"|?*;%#]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

    private SafeName() {}

    static String of(@Nullable String came, FileType type) {
        String name = came == null ? "" : Normalizer.normalize(came, Normalizer.Form.NFC);
        name = FOLDERS.matcher(name).replaceFirst("");
        name = UNSEEN.matcher(name).replaceAll("");
        name = MEANT.matcher(name).replaceAll("_");
        name = SPACES.matcher(name).replaceAll(" ").strip();
        name = trimmed(shortened(withoutEnding(name, type)));
        return (name.isEmpty() ? "Document" : name) + "." + type.endings().getFirst();
    }

    private static String withoutEnding(String name, FileType type) {
        String lower = name.toLowerCase(Locale.ROOT);
        return type.endings().stream()
                .filter(ending -> lower.endsWith("." + ending))
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length() - 1))
                .orElse(name);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end);
    }

    private static String trimmed(String name) {
        return EDGES.matcher(name).replaceAll("");
    }
}
