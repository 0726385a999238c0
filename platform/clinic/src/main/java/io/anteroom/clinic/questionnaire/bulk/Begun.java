package io.anteroom.clinic.questionnaire.bulk;

/** What came of asking that a questionnaire be given to many. */
public sealed interface Begun {

    /** The worker gives it. */
    record Running(long run) implements Begun {}

    /** Nothing was begun: nobody is wanted. */
    record Nobody() implements Begun {}

    /** Nothing was begun: more are wanted than at once can be. */
    record TooMany(int most) implements Begun {}

    /** Nothing was begun: they are not as many as was looked at. */
    record Otherwise(int patients) implements Begun {}

    /** Nothing was begun: the questionnaire is given to nobody, or another run of it goes on. */
    record NotNow() implements Begun {}
}
