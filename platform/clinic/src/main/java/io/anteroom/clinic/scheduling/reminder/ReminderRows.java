package io.anteroom.clinic.scheduling.reminder;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.Digests;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.setup.ServiceReminder;
import io.anteroom.messaging.Channel;
import io.anteroom.messaging.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminders as they are read and written. Whoever plans or sends holds the lock of the appointment; a row goes from planned to
 * due to sent or left out, and a planned one may vanish.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReminderRows {

    private static final String KEY = "appointment_id, starts_at, channel, minutes_before";

    private static final String IS = """
             where appointment_id = :appointment and starts_at = :start and channel = :channel and minutes_before = :minutes
            """;

    private final JdbcClient jdbc;

    ReminderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When whoever has booked the service is reminded. */
    List<ServiceReminder> of(ServiceId service) {
        return jdbc.sql("""
                        select 'email' as channel, unnest(email_reminders) as minutes from __tenant__.service where id = :id
                        union all
                        select 'sms', unnest(text_reminders) from __tenant__.service where id = :id""")
                .param("id", service.value())
                .query((row, _) ->
                        new ServiceReminder(ReminderKey.channel(row.getString("channel")), row.getInt("minutes")))
                .list();
    }

    /** The appointments of a service that are to come, however long its past is. */
    List<AppointmentId> ahead(ServiceId service, Instant now) {
        return jdbc.sql("""
                        select a.id from __tenant__.practitioner p
                          join __tenant__.appointment a on a.practitioner_id = p.id and a.starts_at > :now
                         where a.service_id = :service and a.state in ('booked', 'confirmed') order by a.id""")
                .param("service", service.value())
                .param("now", sql(now))
                .query((row, _) -> new AppointmentId(row.getLong("id")))
                .list();
    }

    /** Forgets what is planned of an appointment, and what is about to go out of any other start than this. */
    void forget(AppointmentId appointment, Instant start, boolean awaited) {
        jdbc.sql("""
                        delete from __tenant__.appointment_reminder
                         where appointment_id = :appointment
                           and (state = 'planned' or state = 'due' and (not :awaited or starts_at <> :start))""")
                .param("appointment", appointment.value())
                .param("awaited", awaited)
                .param("start", sql(start))
                .update();
    }

    /** Plans these, each with when it is due, but for what is on its way, has gone out, or was left out. */
    void plan(AppointmentId appointment, Instant start, Map<ServiceReminder, Instant> dues) {
        jdbc.sql("insert into __tenant__.appointment_reminder (" + KEY + ", due_at, state)" + """
                         select :appointment, :start, r.channel, r.minutes, r.due, 'planned'
                           from unnest(cast(:channels as text[]), cast(:minutes as integer[]), cast(:dues as timestamptz[]))
                                as r (channel, minutes, due)
                        on conflict do nothing""")
                .param("appointment", appointment.value())
                .param("start", sql(start))
                .param(
                        "channels",
                        dues.keySet().stream()
                                .map(one -> ReminderKey.word(one.channel()))
                                .toArray(String[]::new))
                .param(
                        "minutes",
                        dues.keySet().stream()
                                .map(ServiceReminder::minutesBefore)
                                .toArray(Integer[]::new))
                .param("dues", dues.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    /** Takes all that are due by now. */
    List<ReminderKey> takeDue(Instant now) {
        return jdbc.sql("update __tenant__.appointment_reminder set state = 'due'"
                        + " where state = 'planned' and due_at <= :now returning " + KEY)
                .param("now", sql(now))
                .query((row, _) -> key(row))
                .list();
    }

    /** When the next one is due. */
    Optional<Instant> nextDue() {
        return jdbc.sql(
                        "select due_at from __tenant__.appointment_reminder where state = 'planned' order by due_at limit 1")
                .query((row, _) -> instant(row, "due_at"))
                .optional();
    }

    /** Whether it is about to go out. */
    boolean isDue(ReminderKey key) {
        return is("select 1 from __tenant__.appointment_reminder" + IS + " and state = 'due'", key)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether one nearer to the same start is due too, by the same channel, or has gone out. */
    boolean isOutdone(ReminderKey key, Instant now) {
        return is("""
                        select exists (select 1 from __tenant__.appointment_reminder
                                        where appointment_id = :appointment and starts_at = :start and channel = :channel
                                          and minutes_before < :minutes and due_at <= :now
                                          and state in ('planned', 'due', 'sent'))""", key).param("now", sql(now)).query(Boolean.class).single();
    }

    /** Whether there is any of the same start that goes by {@code channel}, whatever became of it. */
    boolean hasAny(ReminderKey key, Channel channel) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.appointment_reminder
                                        where appointment_id = :appointment and starts_at = :start and channel = :channel)""")
                .param("appointment", key.appointment().value())
                .param("start", sql(key.start()))
                .param("channel", ReminderKey.word(channel))
                .query(Boolean.class)
                .single();
    }

    /** Forgets one that reminds of what no longer stands. */
    void remove(ReminderKey key) {
        is("delete from __tenant__.appointment_reminder" + IS, key).update();
    }

    void putOff(ReminderKey key, Instant due) {
        is("update __tenant__.appointment_reminder set state = 'planned', due_at = :due" + IS, key)
                .param("due", sql(due))
                .update();
    }

    void leaveOut(ReminderKey key, ReminderRow.Because because) {
        is("update __tenant__.appointment_reminder set state = 'left_out', because = :because" + IS, key)
                .param("because", because.code())
                .update();
    }

    void sent(ReminderKey key, MessageId message, String confirmKey) {
        is(
                        "update __tenant__.appointment_reminder set state = 'sent', message_id = :message, key_hash = :hash"
                                + IS,
                        key)
                .param("message", message.value())
                .param("hash", Digests.sha256(confirmKey))
                .update();
    }

    /** All of an appointment, the first due first. */
    List<ReminderRow> of(AppointmentId appointment) {
        return jdbc.sql("select " + KEY + ", due_at, because, message_id from __tenant__.appointment_reminder"
                        + " where appointment_id = :appointment order by due_at, channel, minutes_before")
                .param("appointment", appointment.value())
                .query((row, _) -> row(row))
                .list();
    }

    /** Of which start the reminder told that carried {@code confirmKey}. */
    Optional<Instant> start(AppointmentId appointment, String confirmKey) {
        return jdbc.sql("""
                        select starts_at from __tenant__.appointment_reminder
                         where appointment_id = :appointment and key_hash = :hash""")
                .param("appointment", appointment.value())
                .param("hash", Digests.sha256(confirmKey))
                .query((row, _) -> instant(row, "starts_at"))
                .optional();
    }

    private JdbcClient.StatementSpec is(String statement, ReminderKey key) {
        return jdbc.sql(statement)
                .param("appointment", key.appointment().value())
                .param("start", sql(key.start()))
                .param("channel", key.channelWord())
                .param("minutes", key.minutesBefore());
    }

    private static ReminderRow row(ResultSet row) throws SQLException {
        String because = row.getString("because");
        UUID message = row.getObject("message_id", UUID.class);
        return new ReminderRow(
                key(row),
                instant(row, "due_at"),
                because == null ? null : ReminderRow.Because.of(because),
                message == null ? null : new MessageId(message));
    }

    private static ReminderKey key(ResultSet row) throws SQLException {
        return new ReminderKey(
                new AppointmentId(row.getLong("appointment_id")),
                instant(row, "starts_at"),
                ReminderKey.channel(row.getString("channel")),
                row.getInt("minutes_before"));
    }
}
