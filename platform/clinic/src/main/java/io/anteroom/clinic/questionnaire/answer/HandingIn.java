package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.questionnaire.logic.Problem;
import java.util.List;

/** What became of handing a form in. */
public sealed interface HandingIn {

    /** The clinic has it. */
    record Done() implements HandingIn {}

    /** It had it already: another tab, or a second click. Nothing was changed. */
    record Already() implements HandingIn {}

    /** An answer was changed after the person saw them all: by another carer, on another device or in another tab. */
    record Meanwhile() implements HandingIn {}

    /** Nothing was answered. */
    record Blank() implements HandingIn {}

    /** Something is missing or wrong, in the order of the questions. */
    record Incomplete(List<Problem> problems) implements HandingIn {}

    /** There is no such form for this person. */
    record NotThere() implements HandingIn {}
}
