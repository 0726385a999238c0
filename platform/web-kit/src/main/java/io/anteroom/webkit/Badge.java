package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;

/**
 * A status: a word, a colour and a drawing, so that no one of them has to be seen.
 *
 * @param tone what kind of news it is
 * @param word the state in a word or two
 */
public record Badge(Tone tone, String word) implements Content {

    /** What kind of news a status is. */
    public enum Tone {
        /** As it should be: paid, verified, on. */
        GOOD(Icon.DONE),
        /** On its way: sent, open, in progress. */
        NOTICE(Icon.CLOCK),
        /** Somebody should look: due soon, unverified. */
        WARNING(Icon.WARNING),
        /** Wrong: overdue, failed. */
        BAD(Icon.ALERT),
        /** Nothing to it: draft, off. */
        QUIET(Icon.PAUSE);

        @SuppressWarnings("ImmutableEnumChecker") // an Icon never changes
        private final Icon icon;

        Tone(Icon icon) {
            this.icon = icon;
        }

        /** The drawing beside the word. */
        public Icon icon() {
            return icon;
        }
    }

    /** As it should be. */
    public static Badge good(String word) {
        return new Badge(Tone.GOOD, word);
    }

    /** On its way. */
    public static Badge notice(String word) {
        return new Badge(Tone.NOTICE, word);
    }

    /** Somebody should look. */
    public static Badge warning(String word) {
        return new Badge(Tone.WARNING, word);
    }

    /** Wrong. */
    public static Badge bad(String word) {
        return new Badge(Tone.BAD, word);
    }

    /** Nothing to it. */
    public static Badge quiet(String word) {
        return new Badge(Tone.QUIET, word);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partBadge(this).writeTo(output);
    }
}
