package io.anteroom.clinic.billing.plan;

import java.util.Optional;

/**
 * The id of a plan of instalments.
 *
 * @param value unique within the clinic only
 */
public record PlanId(long value) {

    /** Reads what the queue refers to a plan by; nothing if it is not one. */
    static Optional<PlanId> parse(String ref) {
        return ref.matches("[0-9]{1,18}") ? Optional.of(new PlanId(Long.parseLong(ref))) : Optional.empty();
    }

    /** What a consent to it is about. */
    String about() {
        return "plan " + value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
