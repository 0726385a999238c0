package io.anteroom.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as translators' tools write it: {@code msgctxt}, {@code msgid}, {@code msgstr}. Strict: what gettext's tools
 * would not write is refused with its line. Without {@code msgid_plural}: plurals are inside the texts, in ICU's syntax. An
 * entry marked {@code fuzzy}, or with an empty translation, is one that has no translation yet.
 */
final class PoFile {

    /**
     * One text.
     *
     * @param context what sets it apart from the same English elsewhere, or null
     * @param english the key
     * @param translation what it is in the other language, empty if nobody wrote it yet
     * @param line where it begins
     */
    record Entry(@Nullable String context, String english, String translation, int line) {

        String key() {
            return PoFile.key(context, english);
        }
    }

    private static final char CONTEXT_ENDS = '\u0004';

    private final String name;
    private final List<Entry> entries = new ArrayList<>();

    private @Nullable StringBuilder context;
    private @Nullable StringBuilder english;
    private @Nullable StringBuilder translation;
    private @Nullable StringBuilder open;
    private boolean fuzzy;
    private int begun;
    private int line;

    private PoFile(String name) {
        this.name = name;
    }

    /**
     * The entries of {@code text}, without the header.
     *
     * @param name of the file, for faults
     * @throws IllegalArgumentException with file and line if it is not as it should be
     */
    static List<Entry> read(String name, String text) {
        PoFile file = new PoFile(name);
        text.lines().forEach(file::take);
        file.finish();
        return List.copyOf(file.entries);
    }

    /** What an English text is looked up by. */
    static String key(@Nullable String context, String english) {
        return context == null ? english : context + CONTEXT_ENDS + english;
    }

    private void take(String raw) {
        line++;
        String text = raw.strip();
        if (text.isEmpty()) {
            finish();
        } else if (text.startsWith("#")) {
            comment(text);
        } else if (text.startsWith("\"")) {
            if (open == null) {
                throw wrong("a text that belongs to nothing");
            }
            open.append(unquoted(text));
        } else {
            keyword(text);
        }
    }

    private void comment(String text) {
        if (translation != null) {
            finish();
        }
        if (text.startsWith("#,") && text.contains("fuzzy")) {
            fuzzy = true;
        }
    }

    private void keyword(String text) {
        String[] parts = text.split("\\s+", 2);
        if (parts.length < 2) {
            throw wrong("nothing after " + parts[0]);
        }
        StringBuilder started = new StringBuilder(unquoted(parts[1]));
        switch (parts[0]) {
            case "msgctxt" -> {
                if (translation != null) {
                    finish();
                }
                if (context != null || english != null) {
                    throw wrong("msgctxt in the middle of an entry");
                }
                context = started;
                begun = line;
            }
            case "msgid" -> {
                if (translation != null) {
                    finish();
                }
                if (english != null) {
                    throw wrong("two msgid in an entry");
                }
                english = started;
                begun = context == null ? line : begun;
            }
            case "msgstr" -> {
                if (english == null || translation != null) {
                    throw wrong("msgstr without its msgid");
                }
                translation = started;
            }
            default -> throw wrong("unknown: " + parts[0]);
        }
        open = started;
    }

    private void finish() {
        if (english != null) {
            if (translation == null) {
                throw wrong("msgid without its msgstr");
            }
            if (!english.isEmpty()) {
                entries.add(new Entry(
                        context == null ? null : context.toString(),
                        english.toString(),
                        fuzzy ? "" : translation.toString(),
                        begun));
            }
        } else if (context != null) {
            throw wrong("msgctxt without its msgid");
        }
        if (english != null) {
            fuzzy = false;
        }
        context = null;
        english = null;
        translation = null;
        open = null;
    }

    private String unquoted(String quoted) {
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw wrong("not between quotation marks");
        }
        StringBuilder text = new StringBuilder();
        String inside = quoted.substring(1, quoted.length() - 1);
        int i = 0;
        while (i < inside.length()) {
            char c = inside.charAt(i++);
            if (c == '"') {
                throw wrong("a quotation mark without its backslash");
            }
            if (c != '\\') {
                text.append(c);
                continue;
            }
            if (i == inside.length()) {
                throw wrong("a backslash before nothing");
            }
            text.append(
                    switch (inside.charAt(i++)) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case '"' -> '"';
                        case '\\' -> '\\';
                        default -> throw wrong("unknown: \\" + inside.charAt(i - 1));
                    });
        }
        return text.toString();
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(name + ", line " + line + ": " + what);
    }
}
