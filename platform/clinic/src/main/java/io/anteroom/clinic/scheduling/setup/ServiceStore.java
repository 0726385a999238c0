package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.BookingRules;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.Givers;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.Timing;
import io.anteroom.messaging.Channel;
import io.anteroom.payments.Money;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of services, and of who gives them where. */
@Repository
class ServiceStore {

    private static final String SERVICES = """
            select id, version, name, description, preparation, minutes, buffer_before, buffer_after, price_minor, currency,
                   online, for_new_patients, needs_room, notice_minutes, cancel_until_minutes, horizon_days, deposit_minor,
                   email_reminders, text_reminders, ended_at is null as open,
                   array(select practitioner_id from __tenant__.service_practitioner where service_id = s.id) as practitioners,
                   array(select location_id from __tenant__.service_location where service_id = s.id) as locations,
                   array(select room_id from __tenant__.service_room where service_id = s.id) as rooms
              from __tenant__.service s""";

    private final JdbcClient jdbc;

    ServiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Service> all() {
        return jdbc.sql(SERVICES + " order by ended_at is not null, position, id")
                .query((row, _) -> service(row))
                .list();
    }

    Optional<Service> find(ServiceId id) {
        return jdbc.sql(SERVICES + " where id = ?")
                .param(id.value())
                .query((row, _) -> service(row))
                .optional();
    }

    ServiceId add(ServiceDetails details, int position) {
        var id = new ServiceId(jdbc.sql("""
                        insert into __tenant__.service
                            (name, description, preparation, minutes, buffer_before, buffer_after, price_minor, currency,
                             online, for_new_patients, needs_room, notice_minutes, cancel_until_minutes, horizon_days,
                             deposit_minor, email_reminders, text_reminders, position, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as integer[]), cast(? as integer[]), ?, 0)
                        returning id""")
                .params(columns(details))
                .param(position)
                .query(Long.class)
                .single());
        connect(id, details.givers());
        return id;
    }

    void change(ServiceId id, ServiceDetails details) {
        jdbc.sql("""
                        update __tenant__.service
                           set name = ?, description = ?, preparation = ?, minutes = ?, buffer_before = ?, buffer_after = ?,
                               price_minor = ?, currency = ?, online = ?, for_new_patients = ?, needs_room = ?,
                               notice_minutes = ?, cancel_until_minutes = ?, horizon_days = ?, deposit_minor = ?,
                               email_reminders = cast(? as integer[]), text_reminders = cast(? as integer[]),
                               version = version + 1
                         where id = ?""").params(columns(details)).param(id.value()).update();
        connect(id, details.givers());
    }

    private void connect(ServiceId id, Givers givers) {
        connect(id, "service_practitioner", "practitioner_id", givers.practitioners());
        connect(id, "service_location", "location_id", givers.locations());
        connect(id, "service_room", "room_id", givers.rooms());
    }

    private void connect(ServiceId id, String table, String column, Collection<Long> others) {
        jdbc.sql("delete from __tenant__." + table + " where service_id = ? and " + column + " <> all(?)")
                .params(id.value(), others.toArray(Long[]::new))
                .update();
        jdbc.sql("insert into __tenant__." + table + " (service_id, " + column
                        + ") select ?, other from unnest(cast(? as bigint[])) as wanted (other) on conflict do nothing")
                .params(id.value(), others.toArray(Long[]::new))
                .update();
    }

    private static List<Object> columns(ServiceDetails details) {
        @Nullable Money price = details.price();
        @Nullable Money deposit = details.booking().deposit();
        return Arrays.asList(
                details.name(),
                details.description(),
                details.preparation(),
                details.timing().minutes(),
                details.timing().before(),
                details.timing().after(),
                price == null ? null : price.minor(),
                price == null ? null : price.currency().getCurrencyCode(),
                details.booking().online(),
                details.booking().forNewPatients(),
                details.givers().needsRoom(),
                details.booking().noticeMinutes(),
                details.booking().cancelUntilMinutes(),
                details.booking().horizonDays(),
                deposit == null ? null : deposit.minor(),
                minutes(details, Channel.EMAIL),
                minutes(details, Channel.SMS));
    }

    private static Integer[] minutes(ServiceDetails details, Channel channel) {
        return details.reminders().stream()
                .filter(reminder -> reminder.channel() == channel)
                .map(ServiceReminder::minutesBefore)
                .toArray(Integer[]::new);
    }

    private static Service service(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Long deposit = row.getObject("deposit_minor", Long.class);
        return new Service(
                new ServiceId(row.getLong("id")),
                row.getInt("version"),
                new ServiceDetails(
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("preparation"),
                        new Timing(row.getInt("minutes"), row.getInt("buffer_before"), row.getInt("buffer_after")),
                        currency == null ? null : Money.of(row.getLong("price_minor"), currency),
                        new BookingRules(
                                row.getBoolean("online"),
                                row.getBoolean("for_new_patients"),
                                row.getInt("notice_minutes"),
                                row.getInt("cancel_until_minutes"),
                                row.getInt("horizon_days"),
                                deposit == null
                                        ? null
                                        : new Money(deposit, CurrentTenant.get().currency())),
                        new Givers(
                                numbers(row, "practitioners"),
                                numbers(row, "locations"),
                                row.getBoolean("needs_room"),
                                numbers(row, "rooms")),
                        reminders(row)),
                row.getBoolean("open"));
    }

    private static Set<Long> numbers(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray());
    }

    private static List<ServiceReminder> reminders(ResultSet row) throws SQLException {
        var found = new ArrayList<ServiceReminder>();
        for (Integer minutes : (Integer[]) row.getArray("email_reminders").getArray()) {
            found.add(new ServiceReminder(Channel.EMAIL, minutes));
        }
        for (Integer minutes : (Integer[]) row.getArray("text_reminders").getArray()) {
            found.add(new ServiceReminder(Channel.SMS, minutes));
        }
        return found;
    }
}
