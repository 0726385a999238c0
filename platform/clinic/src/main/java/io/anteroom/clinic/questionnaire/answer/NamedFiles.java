package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that answers name: those that were added, and drawn signatures. */
public final class NamedFiles {

    private static final String URN = "urn:anteroom:file:";

    private NamedFiles() {}

    /** As an answer names it. */
    static String urn(FileId file) {
        return URN + file;
    }

    /** The file that an answer names; nothing for any other answer. */
    public static Optional<FileId> of(Value answer) {
        String name = name(answer);
        return name == null || !name.matches(URN + "[0-9]{1,18}")
                ? Optional.empty()
                : Optional.of(new FileId(Long.parseLong(name.substring(URN.length()))));
    }

    private static @Nullable String name(Value answer) {
        return switch (answer) {
            case Value.Attached file -> file.file();
            case Value.Signed signed -> signed.drawing();
            default -> null;
        };
    }

    /** All that these answers name. */
    public static List<FileId> of(Collection<List<Value>> answers) {
        return answers.stream()
                .flatMap(List::stream)
                .flatMap(answer -> of(answer).stream())
                .toList();
    }

    /** All that answers to a form name, asked or not. */
    public static List<FileId> in(FilledForm form) {
        return of(form.all().stream().map(Entry::answers).toList());
    }
}
