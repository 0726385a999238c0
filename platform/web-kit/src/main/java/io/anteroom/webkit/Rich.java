package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.language.Words;
import io.anteroom.webkit.templates.StaticTemplates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with a link or something bold inside, said in the language of whoever asks. The text marks where by {@code <a>}
 * and {@code <b>}; what these become is written here alone. All text is escaped, and an argument's own angle brackets mark
 * nothing.
 */
public final class Rich implements Content {

    private static final Pattern MARK = Pattern.compile("<([a-z][a-z0-9]*)>(.*?)</\\1>", Pattern.DOTALL);

    /** Stand for the angle brackets of arguments, from Unicode's private use. */
    private static final char LESS = '\uf8f0';

    private static final char GREATER = '\uf8f1';

    private final String said;
    private final Map<String, Function<String, Content>> wrapped = new HashMap<>();
    private final Map<String, Link> links = new HashMap<>();

    /**
     * Where a marked part leads.
     *
     * @param href the address
     * @param newTab whether it opens beside this page
     */
    public record Link(String href, boolean newTab) {}

    /**
     * A part of the sentence.
     *
     * @param text what is read
     * @param mark what it is marked by, or empty
     * @param link where it leads, or null
     * @param content what takes its place, or null
     */
    public record Piece(
            String text,
            String mark,
            @Nullable Link link,
            @Nullable Content content) {}

    private Rich(String said) {
        this.said = said;
    }

    /**
     * {@code english} in the language of whoever asks, as {@link Words#say}. {@code <b>} is strong by itself;
     * {@code <a>} leads to what {@link #to} says.
     */
    public static Rich rich(String english, @Nullable Object... arguments) {
        @Nullable Object[] harmless = arguments.clone();
        for (int i = 1; i < harmless.length; i += 2) {
            if (harmless[i] instanceof String text) {
                harmless[i] = text.replace('<', LESS).replace('>', GREATER);
            }
        }
        return new Rich(Words.current().say(english, harmless));
    }

    /** Has {@code <a>} lead to {@code href}. */
    public Rich to(@Nullable String href) {
        return to("a", href);
    }

    /** Has {@code <mark>} be a link to {@code href}, where a sentence has two. */
    public Rich to(String mark, @Nullable String href) {
        links.put(mark, new Link(href == null ? "" : href, false));
        return this;
    }

    /** Has {@code <a>} lead to {@code href} in a tab of its own. */
    public Rich toNewTab(String href) {
        links.put("a", new Link(href, true));
        return this;
    }

    /** Puts what {@code content} makes of its inside where the text says {@code <mark>...</mark>}. */
    public Rich with(String mark, Function<String, Content> content) {
        wrapped.put(mark, content);
        return this;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        Matcher marks = MARK.matcher(said);
        int after = 0;
        while (marks.find()) {
            plain(pieces, said.substring(after, marks.start()));
            String mark = marks.group(1);
            String text = real(marks.group(2));
            Function<String, Content> content = wrapped.get(mark);
            pieces.add(new Piece(text, mark, links.get(mark), content == null ? null : content.apply(text)));
            after = marks.end();
        }
        plain(pieces, said.substring(after));
        return pieces;
    }

    private static void plain(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(real(text), "", null, null));
        }
    }

    private static String real(String text) {
        return text.replace(LESS, '<').replace(GREATER, '>');
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partRich(pieces()).writeTo(output);
    }
}
