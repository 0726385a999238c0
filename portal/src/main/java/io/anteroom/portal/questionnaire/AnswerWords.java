package io.anteroom.portal.questionnaire;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.util.List;

/** Answers as people read them. */
final class AnswerWords {

    private AnswerWords() {}

    static String of(Value value) {
        Words words = Words.current();
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Flag flag -> flag.yes() ? say("Yes") : say("No");
            case Value.Whole whole -> words.number(whole.number());
            case Value.Decimal decimal -> words.number(decimal.number());
            case Value.Day day -> words.day(day.day());
            case Value.Moment moment ->
                words.dayAndTime(
                        moment.at().atZoneSameInstant(CurrentTenant.get().zone()));
            case Value.Clock clock -> words.time(clock.time());
            case Value.Coded coded -> coded.display();
            case Value.Amount amount ->
                amount.unit() == null
                        ? words.number(amount.number())
                        : words.number(amount.number()) + " " + amount.unit();
            case Value.Link link -> link.address();
            case Value.Attached file -> file.name();
            case Value.Signed signed -> signed.name();
        };
    }

    static String of(List<Value> values) {
        return Words.current().list(values.stream().map(AnswerWords::of).toList());
    }
}
