package io.anteroom.clinic.questionnaire.answer;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.file.FileCheck;
import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.Problem;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the files that answers name, within the transaction that changes the answers. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FormFiles {

    private final Files files;

    FormFiles(Files files) {
        this.files = files;
    }

    /** Lets go of the files that answers named, and that none of these names any more. */
    void letGo(Collection<List<Value>> before, Collection<List<Value>> after) {
        List<FileId> kept = NamedFiles.of(after);
        NamedFiles.of(before).stream().filter(file -> !kept.contains(file)).forEach(files::release);
    }

    /** What the virus scanner found after it was added, which keeps the form from being handed in. */
    List<Problem> refused(FilledForm form) {
        return form.questions().stream()
                .filter(entry ->
                        NamedFiles.of(List.of(entry.answers())).stream().anyMatch(this::refused))
                .map(FormFiles::problem)
                .toList();
    }

    private boolean refused(FileId file) {
        return files.find(file)
                .map(found -> found.check() == FileCheck.INFECTED)
                .orElse(true);
    }

    private static Problem problem(Entry entry) {
        return new Problem(entry.path(), say("Our virus scanner refuses a file here. Remove it and add another"));
    }
}
