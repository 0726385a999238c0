package io.anteroom.clinic.questionnaire.review;

import static io.anteroom.clinic.questionnaire.definition.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.logic.FilledForm;
import io.anteroom.clinic.questionnaire.logic.ItemPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerPaperTest {

    @Test
    void occurrencesAreToldApartWhetherTheirGroupHasAHeadingOrNot() {
        assertThat(headings("Medicine", new Occurs(0, 3))).containsExactly("Medicine (1)", "Medicine (2)");
        assertThat(headings("", new Occurs(0, 3))).containsExactly("Number 1", "Number 2");
        assertThat(headings("", Occurs.OPTIONAL)).containsExactly("");
        assertThat(headings("Medicine", Occurs.OPTIONAL)).containsExactly("Medicine");
    }

    private static List<String> headings(String title, Occurs occurs) {
        var group = new Item.Group(
                Item.Head.of("drug", title), occurs, List.of(question("name", AnswerKind.Words.LINE, Occurs.OPTIONAL)));
        var form = FilledForm.of(
                new Questionnaire("Medicines", null, null, List.of(group), List.of()),
                Map.of(
                        ItemPath.parse("0:name").orElseThrow(), List.of(new Value.Text("Aspirin")),
                        ItemPath.parse("1:name").orElseThrow(), List.of(new Value.Text("Iron"))));
        return form.entries().stream()
                .map(entry -> AnswerPaper.heading(group, entry))
                .toList();
    }
}
