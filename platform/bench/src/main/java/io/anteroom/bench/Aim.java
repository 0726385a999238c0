package io.anteroom.bench;

/**
 * What a row should come to.
 *
 * @param kind which side of the bound is good
 * @param bound the bound itself still is
 */
public record Aim(Kind kind, double bound) {

    /** Which side is good. */
    public enum Kind {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    public static Aim atLeast(double bound) {
        return new Aim(Kind.AT_LEAST, bound);
    }

    public static Aim atMost(double bound) {
        return new Aim(Kind.AT_MOST, bound);
    }

    /** The row only tells. */
    public static Aim none() {
        return new Aim(Kind.NONE, 0);
    }

    /** Whether {@code value} is on the good side. */
    boolean isMetBy(double value) {
        return switch (kind) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
            case NONE -> true;
        };
    }

    @Override
    public String toString() {
        String sign = switch (kind) {
            case AT_LEAST -> ">= ";
            case AT_MOST -> "<= ";
            case NONE -> "";
        };
        return kind == Kind.NONE ? "" : sign + Numbers.shortly(bound);
    }
}
