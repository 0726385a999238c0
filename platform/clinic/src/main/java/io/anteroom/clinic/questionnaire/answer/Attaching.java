package io.anteroom.clinic.questionnaire.answer;

import io.anteroom.clinic.file.content.FileRefusal;

/** What came of adding a file to a form, or of signing it with a drawing. */
public sealed interface Attaching {

    /** It is the answer now, or one of them. */
    record Done() implements Attaching {}

    /** The clinic takes no such file. */
    record Refused(FileRefusal why) implements Attaching {}

    /** It is of a kind that this question doesn't ask for. */
    record OtherKind() implements Attaching {}

    /** It is larger than this question takes. */
    record TooLarge(long most) implements Attaching {}

    /** The question, or the form, has as many files as it takes. */
    record Full() implements Attaching {}

    /** So many files were tried within the hour that no further one is looked at. */
    record TooOften() implements Attaching {}

    /** As many files are looked at just now as may be at once. */
    record Busy() implements Attaching {}

    /** There is no such question that could be answered now. */
    record NotThere() implements Attaching {}
}
