package io.anteroom.clinic.questionnaire.assignment;

/** What became of taking a form back. */
public sealed interface Withdrawing {

    /** It was taken back. */
    record Done() implements Withdrawing {}

    /** The patient has answered something since it was looked at; nothing was changed. */
    record Meanwhile() implements Withdrawing {}

    /** It was handed in or taken back, or there is none such; nothing was changed. */
    record NotOpen() implements Withdrawing {}
}
