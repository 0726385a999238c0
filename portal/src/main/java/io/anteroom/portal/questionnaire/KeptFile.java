package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.answer.NamedFiles;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.portal.document.DocumentCard;
import java.util.List;
import java.util.Optional;

/**
 * A file that is an answer, or the drawing of a signature.
 *
 * @param url where it is saved from, beside the pages of its form
 * @param note its size, or when it was signed
 * @param detaches by what it is taken away
 */
public record KeptFile(String name, String url, String note, String detaches) {

    static List<KeptFile> of(Entry entry) {
        return entry.answers().stream()
                .flatMap(answer -> of(answer, entry).stream())
                .toList();
    }

    private static Optional<KeptFile> of(Value answer, Entry entry) {
        return NamedFiles.of(answer)
                .map(file ->
                        new KeptFile(AnswerWords.of(answer), "files/" + file, note(answer), file + " " + entry.path()));
    }

    private static String note(Value answer) {
        return switch (answer) {
            case Value.Attached file -> DocumentCard.size(file.bytes());
            case Value.Signed signed -> say("Signed on {day}", "day", FormCard.day(signed.at()));
            default -> "";
        };
    }
}
