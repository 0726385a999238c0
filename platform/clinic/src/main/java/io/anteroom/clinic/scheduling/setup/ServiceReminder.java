package io.anteroom.clinic.scheduling.setup;

import io.anteroom.messaging.Channel;
import java.util.Comparator;

/**
 * That whoever has booked a service is reminded of it.
 *
 * @param channel how
 * @param minutesBefore how long before it begins, 15 to 43,200
 */
public record ServiceReminder(Channel channel, int minutesBefore) implements Comparable<ServiceReminder> {

    /** How many of one channel a service has at most. */
    public static final int MOST = 4;

    private static final Comparator<ServiceReminder> FIRST_SENT_FIRST =
            Comparator.comparingInt(ServiceReminder::minutesBefore).reversed().thenComparing(ServiceReminder::channel);

    /** By email. */
    public static ServiceReminder byEmail(int minutesBefore) {
        return new ServiceReminder(Channel.EMAIL, minutesBefore);
    }

    /** By text message. */
    public static ServiceReminder byText(int minutesBefore) {
        return new ServiceReminder(Channel.SMS, minutesBefore);
    }

    @Override
    public int compareTo(ServiceReminder other) {
        return FIRST_SENT_FIRST.compare(this, other);
    }

    /** In words: {@code email 1 day before}. */
    public String words() {
        return (channel == Channel.EMAIL ? "email " : "text message ") + ServiceWords.span(minutesBefore) + " before";
    }
}
