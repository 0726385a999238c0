package io.anteroom.clinic.export.content;

import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.questionnaire.review.AnswerWords;
import io.anteroom.tenancy.CurrentTenant;
import java.util.List;
import java.util.stream.Collectors;

/** Answers in the words of who asked for the copy. */
final class AnswerText {

    private AnswerText() {}

    /** Several on a line each. */
    static String of(ExportSubject subject, List<Value> values) {
        return values.stream().map(value -> of(subject, value)).collect(Collectors.joining("\n"));
    }

    private static String of(ExportSubject subject, Value value) {
        var words = subject.words();
        return switch (value) {
            case Value.Flag flag -> flag.yes() ? words.say("Yes") : words.say("No");
            case Value.Day day -> words.day(day.day());
            case Value.Moment moment ->
                words.dayAndTime(
                        moment.at().atZoneSameInstant(CurrentTenant.get().zone()));
            case Value.Clock clock -> words.time(clock.time());
            case Value.Signed signed ->
                words.say("{name}, signed on {when}", "name", signed.name(), "when", subject.local(signed.at())) + "\n"
                        + signed.statement();
            default -> AnswerWords.of(value);
        };
    }
}
