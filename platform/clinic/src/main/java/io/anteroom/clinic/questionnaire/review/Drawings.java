package io.anteroom.clinic.questionnaire.review;

import io.anteroom.clinic.file.FileId;
import io.anteroom.clinic.file.Files;
import io.anteroom.clinic.file.Opening;
import io.anteroom.clinic.questionnaire.answer.NamedFiles;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.Entry;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The pictures of signatures that were drawn, for papers and exports. Outside any transaction. */
@Component
public class Drawings {

    private final Files files;

    Drawings(Files files) {
        this.files = files;
    }

    /**
     * Those of a form, as PNG, by how their answers name them. One that can't be opened yet is left out.
     *
     * @throws IOException if one can't be read
     */
    public Map<String, byte[]> of(FilledForm form) throws IOException {
        List<Value.Signed> signed = form.questions().stream()
                .map(Entry::answers)
                .flatMap(List::stream)
                .filter(Value.Signed.class::isInstance)
                .map(Value.Signed.class::cast)
                .toList();
        var drawings = new HashMap<String, byte[]>();
        for (Value.Signed one : signed) {
            String name = one.drawing();
            FileId file = NamedFiles.of(one).orElse(null);
            if (name != null && file != null && files.open(file) instanceof Opening.Opened(var content)) {
                try (InputStream in = content.from(0)) {
                    drawings.put(name, in.readAllBytes());
                }
            }
        }
        return drawings;
    }
}
