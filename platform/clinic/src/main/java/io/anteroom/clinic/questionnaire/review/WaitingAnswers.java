package io.anteroom.clinic.questionnaire.review;

import io.anteroom.clinic.reading.WaitingThings;
import org.springframework.stereotype.Component;

/** Answers that were handed in and nobody has reviewed. */
@Component
class WaitingAnswers implements WaitingThings {

    @Override
    public String kind() {
        return "answers";
    }

    @Override
    public String count() {
        return "select count(*) from __tenant__.questionnaire_assignment where state = 'completed' and reviewed_at is null";
    }
}
