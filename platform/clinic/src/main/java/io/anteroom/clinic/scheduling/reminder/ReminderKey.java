package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.MessageAbout;
import java.time.Instant;
import java.util.Locale;

/**
 * What tells one reminder from all others.
 *
 * @param start what it reminds of; an appointment that was moved has reminders of its own for each start
 * @param minutesBefore how long before that it is wanted
 */
record ReminderKey(AppointmentId appointment, Instant start, Channel channel, int minutesBefore) {

    /** The kind of work that sends one, and of the message. */
    static final String KIND = "appointment-reminder";

    /** Reads what {@link #toString} wrote. */
    static ReminderKey parse(String text) {
        String[] parts = text.split(":", -1);
        return new ReminderKey(
                new AppointmentId(Long.parseLong(parts[0])),
                Instant.ofEpochSecond(Long.parseLong(parts[1])),
                channel(parts[2]),
                Integer.parseInt(parts[3]));
    }

    static Channel channel(String word) {
        return Channel.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String word(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    String channelWord() {
        return word(channel);
    }

    MessageAbout about() {
        return new MessageAbout(KIND, toString());
    }

    @Override
    public String toString() {
        return appointment + ":" + start.getEpochSecond() + ":" + channelWord() + ":" + minutesBefore;
    }
}
