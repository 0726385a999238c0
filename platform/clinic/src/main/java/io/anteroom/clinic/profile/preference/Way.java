package io.anteroom.clinic.profile.preference;

import io.anteroom.messaging.Channel;
import java.util.Locale;

/** A way to reach a patient. */
public enum Way {
    EMAIL,
    SMS;

    /** The word in the database and in forms, {@code email} or {@code sms}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What messages go by. */
    public Channel channel() {
        return this == EMAIL ? Channel.EMAIL : Channel.SMS;
    }

    static Way of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
