package io.anteroom.clinic.questionnaire.definition;

import java.util.List;

/**
 * When an item is asked.
 *
 * @param any whether one of the conditions is enough; otherwise all of them must hold
 * @param conditions at least one
 */
public record Enabling(boolean any, List<Condition> conditions) {

    public Enabling {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("An item is enabled by at least one condition");
        }
    }

    /** One condition. */
    public static Enabling when(String question, Operator operator, Value value) {
        return new Enabling(false, List.of(new Condition(question, operator, value)));
    }

    /**
     * What the answer to another question must be like.
     *
     * @param question its link id
     * @param value what it is compared with; for {@link Operator#EXISTS} a {@link Value.Flag}
     */
    public record Condition(String question, Operator operator, Value value) {

        public Condition {
            if (operator == Operator.EXISTS && !(value instanceof Value.Flag)) {
                throw new IllegalArgumentException("Whether there is an answer is yes or no");
            }
        }
    }

    /** How an answer is compared. */
    public enum Operator {
        /** There is an answer, or by {@code false} there is none. */
        EXISTS("exists"),
        /** One of the answers is this one. */
        EQUAL("="),
        /** None of the answers is this one. No answer at all is none either. */
        NOT_EQUAL("!="),
        /** One of the answers is more. */
        MORE(">"),
        /** One of the answers is less. */
        LESS("<"),
        /** One of the answers is as much or more. */
        AT_LEAST(">="),
        /** One of the answers is as much or less. */
        AT_MOST("<=");

        private final String code;

        Operator(String code) {
            this.code = code;
        }

        /** FHIR's code, as in {@code >=}. */
        public String code() {
            return code;
        }
    }
}
