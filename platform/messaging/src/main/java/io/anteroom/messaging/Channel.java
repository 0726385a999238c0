package io.anteroom.messaging;

/** The ways a message can travel. */
public enum Channel {
    EMAIL,
    SMS;

    /** The word in the database, {@code email} or {@code sms}. */
    String word() {
        return this == EMAIL ? "email" : "sms";
    }

    static Channel of(String word) {
        return switch (word) {
            case "email" -> EMAIL;
            case "sms" -> SMS;
            default -> throw new IllegalArgumentException("Not a channel");
        };
    }
}
