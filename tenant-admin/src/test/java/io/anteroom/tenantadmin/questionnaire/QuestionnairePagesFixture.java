package io.anteroom.tenantadmin.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.tenantadmin.door.StaffPagesFixture;

/** Robin Desk at the pages of questionnaires. */
abstract class QuestionnairePagesFixture extends StaffPagesFixture {

    static final String LIST = "/o/north/questionnaires";
    static final String DRAFT = LIST + "/1/draft";

    QuestionnairePagesFixture() {
        super(StaffRole.PRACTITIONER);
    }

    /** Begins questionnaire 1, whose first question is q1. */
    final void begin() {
        assertThat(sends(LIST + "/new", "title", "Intake", "question", "What brings you here?"))
                .hasStatus(303)
                .hasHeader("Location", DRAFT);
    }

    /** Adds a choice, whose item is the next. */
    final void addMood() {
        assertThat(sends(
                        DRAFT + "/new-item",
                        "kind",
                        "choice",
                        "text",
                        "How are you?",
                        "more",
                        "Fine = 0\nLow = 1\nVery low = 3",
                        "shown",
                        "radio"))
                .hasStatus(303);
    }

    final void publish() {
        assertThat(sends(DRAFT + "/publication", "revision", hidden(opens(DRAFT), "revision")))
                .hasStatus(303)
                .hasHeader("Location", LIST + "/1");
    }
}
