package io.anteroom.clinic.questionnaire.definition;

/**
 * How often something is answered.
 *
 * @param least 0 where it may be left out
 * @param most 1 where it doesn't repeat; {@link #UNBOUNDED} where nobody set a bound
 */
public record Occurs(int least, int most) {

    /** As often as people want; the forms stop at {@link #SENSIBLE}. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** How many answers or occurrences are taken where the questionnaire sets no bound. */
    public static final int SENSIBLE = 50;

    /** Once, or left out. */
    public static final Occurs OPTIONAL = new Occurs(0, 1);

    /** Once. */
    public static final Occurs REQUIRED = new Occurs(1, 1);

    /** As often as people want, or left out. */
    public static final Occurs MANY = new Occurs(0, UNBOUNDED);

    public Occurs {
        if (least < 0 || most < 1 || most < least) {
            throw new IllegalArgumentException("It cannot occur " + least + " to " + most + " times");
        }
    }

    /** Whether it must be answered. */
    public boolean required() {
        return least > 0;
    }

    /** Whether it may be answered more than once. */
    public boolean repeats() {
        return most > 1;
    }

    /** The most that a form takes. */
    public int taken() {
        return Math.min(most, Math.max(SENSIBLE, least));
    }
}
