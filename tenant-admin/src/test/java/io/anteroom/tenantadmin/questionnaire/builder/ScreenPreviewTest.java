package io.anteroom.tenantadmin.questionnaire.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Occurs;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.logic.Screens;
import io.anteroom.clinic.settings.PortalDesign;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreenPreviewTest {

    private static final PortalDesign PLAIN = PortalDesign.plain("North Clinic");

    @Test
    void whoWritesAFormSeesTheScreensThatPatientsWillGoThrough() {
        var form = new Questionnaire(
                "Pain",
                null,
                "For your first visit.",
                List.of(
                        new Item.Display(Item.Head.of("hello", "Hello")),
                        group("Long", List.of(group("Back", questions("b", 5)), group("Neck", questions("n", 5))))),
                List.of());

        var patients = Screens.of(form).all();
        assertThat(IntStream.rangeClosed(1, patients.size()).mapToObj(number -> ScreenPreview.of(form, number, PLAIN)))
                .hasSameSizeAs(patients)
                .allSatisfy(preview -> {
                    var screen = patients.get(preview.screen() - 1);
                    assertThat(preview.items()).isEqualTo(screen.items());
                    assertThat(preview.headings()).isEqualTo(screen.headings());
                    assertThat(preview.screens()).isEqualTo(patients.size());
                });
        assertThat(ScreenPreview.of(form, 99, PLAIN).screen()).isEqualTo(patients.size());
    }

    private static Item.Group group(String text, List<Item> items) {
        return new Item.Group(Item.Head.of(text, text), Occurs.OPTIONAL, items);
    }

    private static List<Item> questions(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .<Item>mapToObj(number -> new Item.Question(
                        Item.Head.of(name + number, "Question"),
                        AnswerKind.Words.LINE,
                        Occurs.OPTIONAL,
                        List.of(),
                        List.of()))
                .toList();
    }
}
