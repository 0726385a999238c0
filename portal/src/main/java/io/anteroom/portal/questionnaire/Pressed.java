package io.anteroom.portal.questionnaire;

import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which button of a screen was pressed: none of these leads on.
 *
 * @param adds the occurrence after which one is added, or null
 * @param removes the occurrence that is taken away, or null
 * @param attaches the question to which a file is added, or null
 * @param detaches the file that is taken away, or null
 * @param clears the name of the field whose answer is taken back, or null
 */
record Pressed(
        @Nullable ItemPath adds,
        @Nullable ItemPath removes,
        @Nullable ItemPath attaches,
        @Nullable File detaches,
        @Nullable String clears) {

    /** A file of a question. */
    record File(ItemPath question, FileId file) {

        /** Reads its number, a space, and the path of its question. */
        static Optional<File> parse(String what) {
            int space = what.indexOf(' ');
            if (space < 1 || !what.substring(0, space).matches("[0-9]{1,18}")) {
                return Optional.empty();
            }
            var file = new FileId(Long.parseLong(what.substring(0, space)));
            return ItemPath.parse(what.substring(space + 1)).map(path -> new File(path, file));
        }
    }

    static Pressed of(MultiValueMap<String, String> fields) {
        return new Pressed(
                path(fields, "add"),
                path(fields, "remove"),
                path(fields, "attach"),
                first(fields, "detach").flatMap(File::parse).orElse(null),
                first(fields, "clear").orElse(null));
    }

    private static @Nullable ItemPath path(MultiValueMap<String, String> fields, String button) {
        return first(fields, button).flatMap(ItemPath::parse).orElse(null);
    }

    private static Optional<String> first(MultiValueMap<String, String> fields, String button) {
        return Optional.ofNullable(fields.getFirst(button));
    }

    /** The occurrence of a repeated group that is taken away: what was typed into it is no answer any more, right or wrong. */
    Optional<Entry> leaving(FilledForm form) {
        return Optional.ofNullable(removes)
                .flatMap(form::entry)
                .filter(entry -> entry.item() instanceof Item.Group group
                        && group.occurs().repeats());
    }
}
