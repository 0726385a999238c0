package io.anteroom.webkit.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a field is given; made by {@link Field}.
 *
 * @param kind the input's type, or {@code textarea}, {@code select}, {@code radios}, {@code memorable}
 * @param typed the three parts of a memorable date
 */
public record FieldModel(
        String kind,
        String name,
        String label,
        String value,
        @Nullable DateInput typed,
        @Nullable String hint,
        @Nullable String error,
        boolean optional,
        boolean focused,
        List<Option> options,
        Looks looks,
        Behaviour behaviour) {

    /**
     * What is seen of it beside its words.
     *
     * @param prefix words in front of it, inside its frame
     * @param suffix words behind it
     * @param chars how wide it is, 0 for as wide as its place
     */
    public record Looks(@Nullable String prefix, @Nullable String suffix, int chars) {

        /** Whether there are words inside its frame. */
        public boolean affixed() {
            return prefix != null || suffix != null;
        }
    }

    /**
     * What the browser does with it.
     *
     * @param inputmode which keyboard a phone shows
     * @param autocomplete what may be filled in
     * @param accept the types of files taken
     * @param multiple whether several files are
     * @param limit the most characters, absent where there is no limit
     * @param liveUrl where it is sent while typing
     * @param liveTarget what the answer replaces
     */
    public record Behaviour(
            @Nullable String inputmode,
            @Nullable String autocomplete,
            @Nullable String accept,
            boolean multiple,
            @Nullable String limit,
            @Nullable String liveUrl,
            @Nullable String liveTarget) {

        /** When to send while typing, absent where it is not. */
        public @Nullable String trigger() {
            return liveUrl == null ? null : "input changed delay:300ms";
        }

        /** What becomes of an answer still on its way when more is typed. */
        public @Nullable String sync() {
            return liveUrl == null ? null : "this:replace";
        }

        /** The token of one part of a date, as {@code bday-day}. */
        public @Nullable String autocomplete(String part) {
            return autocomplete == null ? null : autocomplete + "-" + part;
        }
    }

    /** The id the label and the error summary point to. */
    public String id() {
        return FieldId.of(name);
    }

    /** What the input holds at first; never what was typed into a password, or the name of a file. */
    public @Nullable String shownValue() {
        return kind.equals("password") || kind.equals("file") ? null : value;
    }

    /** The ids of hint and error, for screen readers; absent where there is neither. */
    public @Nullable String describedBy() {
        String ids = (hint == null ? "" : id() + "-hint ") + (error == null ? "" : id() + "-error");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** {@code true} where something is wrong, else absent. */
    public @Nullable String invalid() {
        return error == null ? null : "true";
    }

    /** The classes of the input. */
    public String style() {
        return (kind.equals("select") ? "form-select" : "form-control")
                + (error == null ? "" : " is-invalid")
                + (looks.chars() == 0 ? "" : " w-" + looks.chars() + "ch");
    }
}
