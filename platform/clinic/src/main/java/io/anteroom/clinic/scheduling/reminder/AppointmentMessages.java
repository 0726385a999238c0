package io.anteroom.clinic.scheduling.reminder;

import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.news.AppointmentMail;
import io.anteroom.clinic.scheduling.reminder.AppointmentMessage.Progress;
import io.anteroom.clinic.scheduling.setup.ServiceWords;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.EmailContent;
import io.anteroom.messaging.MessageId;
import io.anteroom.messaging.MessageLog;
import io.anteroom.messaging.MessageRecord;
import io.anteroom.messaging.MessageState;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the messages about an appointment, for staff, by three statements. */
@Component
public class AppointmentMessages {

    private final ReminderRows rows;
    private final MessageLog log;
    private final Clock clock;

    AppointmentMessages(ReminderRows rows, MessageLog log, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /** All of them, those planned included, the oldest first. */
    @Transactional(readOnly = true)
    public List<AppointmentMessage> of(Appointment appointment) {
        var reminders = rows.of(appointment.id());
        Map<MessageId, MessageRecord> sent =
                log
                        .all(reminders.stream()
                                .map(ReminderRow::message)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(MessageRecord::id, Function.identity()));
        return Stream.concat(
                        log.about(AppointmentMail.about(appointment.id())).stream()
                                .map(record -> message(what(record), record)),
                        reminders.stream()
                                .map(row -> message(
                                        row, appointment, row.message() == null ? null : sent.get(row.message()))))
                .sorted(Comparator.comparing(AppointmentMessage::at))
                .toList();
    }

    private static String what(MessageRecord record) {
        return record.content() instanceof EmailContent mail ? mail.heading() : "About the appointment";
    }

    private AppointmentMessage message(ReminderRow row, Appointment appointment, @Nullable MessageRecord record) {
        String what = "Reminder, " + ServiceWords.span(row.key().minutesBefore()) + " before"
                + (row.key().start().equals(appointment.start()) ? "" : " an earlier time");
        if (record != null) {
            return message(what, record);
        }
        String problem = problem(row);
        return new AppointmentMessage(
                what,
                row.key().channel() == Channel.EMAIL,
                row.due(),
                problem == null ? progress(row) : Progress.NOT_SENT,
                null,
                problem);
    }

    private Progress progress(ReminderRow row) {
        return row.due().isAfter(clock.instant()) ? Progress.PLANNED : Progress.ON_ITS_WAY;
    }

    private static @Nullable String problem(ReminderRow row) {
        var because = row.because();
        if (because == null) {
            return null;
        }
        return switch (because) {
            case SECTION_OFF -> "Appointments were switched off in the portal";
            case TOO_LATE -> "It could not go out in time";
            case NO_ADDRESS ->
                row.key().channel() == Channel.EMAIL ? "No email address is known" : "No mobile number is known";
            case LATER_ONE -> "A later reminder went out in its place";
            case NOT_WANTED -> "The patient doesn’t want it";
        };
    }

    private static AppointmentMessage message(String what, MessageRecord record) {
        return new AppointmentMessage(
                what,
                record.channel() == Channel.EMAIL,
                record.stateAt(),
                progress(record.state()),
                record.recipient(),
                record.state() == MessageState.DROPPED ? "The appointment stood otherwise by then" : record.reason());
    }

    private static Progress progress(MessageState state) {
        return switch (state) {
            case QUEUED -> Progress.ON_ITS_WAY;
            case SENT -> Progress.SENT;
            case FAILED, DROPPED -> Progress.NOT_SENT;
        };
    }
}
