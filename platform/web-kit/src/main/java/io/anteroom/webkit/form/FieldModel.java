package io.anteroom.webkit.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a field is given; made by {@link Field}.
 *
 * @param kind the input's type, or {@code textarea}, {@code select}, {@code radios}, {@code memorable}
 * @param typed the three parts of a memorable date
 * @param liveUrl where it is sent while typing
 * @param liveTarget what the answer replaces
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
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable String accept,
        @Nullable String prefix,
        @Nullable String suffix,
        int chars,
        int maxLength,
        @Nullable String liveUrl,
        @Nullable String liveTarget) {

    FieldModel value(String text) {
        return new FieldModel(
                kind,
                name,
                label,
                text,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel typed(DateInput parts) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                parts,
                hint,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel hint(String text) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                text,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel error(String text) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                text,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel optional(boolean may) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                may,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel focused(boolean first) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                first,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel options(List<Option> choices) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                choices,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel keyboard(@Nullable String mode, @Nullable String token) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                mode,
                token,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel accept(String types) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                types,
                prefix,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel prefix(String text) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                text,
                suffix,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel suffix(String text) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                text,
                chars,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel chars(int count) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                count,
                maxLength,
                liveUrl,
                liveTarget);
    }

    FieldModel maxLength(int count) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                count,
                liveUrl,
                liveTarget);
    }

    FieldModel live(String url, String target) {
        return new FieldModel(
                kind,
                name,
                label,
                value,
                typed,
                hint,
                error,
                optional,
                focused,
                options,
                inputmode,
                autocomplete,
                accept,
                prefix,
                suffix,
                chars,
                maxLength,
                url,
                target);
    }

    static FieldModel of(String kind, String name, String label) {
        return new FieldModel(
                kind, name, label, "", null, null, null, false, false, List.of(), null, null, null, null, null, 0, 0,
                null, null);
    }

    /** The id the label and the error summary point to. */
    public String id() {
        return FieldId.of(name);
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

    /** The limit of characters, absent where there is none. */
    public @Nullable String maxLengthOrNone() {
        return maxLength == 0 ? null : String.valueOf(maxLength);
    }

    /** When to send while typing, absent where it is not. */
    public @Nullable String trigger() {
        return liveUrl == null ? null : "input changed delay:300ms";
    }

    /** The classes of the input. */
    public String style() {
        return (kind.equals("select") ? "form-select" : "form-control")
                + (error == null ? "" : " is-invalid")
                + (chars == 0 ? "" : " w-" + chars + "ch");
    }
}
