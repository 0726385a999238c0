package io.anteroom.clinic.scheduling.newcomer;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.scheduling.AppointmentId;
import io.anteroom.clinic.scheduling.newcomer.NewcomerBooking.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What browsers of strangers have chosen and said; within a transaction. */
@Component
class NewcomerRows {

    private static final String SELECT = """
            select b.id, b.form, b.appointment_id, b.given_name, b.family_name, b.birth_date, b.channel, b.value, b.note,
                   b.account_id, b.outcome
              from __tenant__.newcomer_booking b
            """;

    private final JdbcClient jdbc;

    NewcomerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row; what it is about is an appointment of that number. */
    record Row(
            UUID id,
            UUID form,
            AppointmentId appointment,
            @Nullable Said said,
            @Nullable AccountId account,
            @Nullable Outcome outcome) {}

    /** How many times are held for other strangers now: of all, and from one network. */
    record Held(int all, int here) {}

    Optional<Row> find(BrowserToken browser) {
        return one("b.browser_hash = :of", browser.hash());
    }

    /** The same, locked to the end of the transaction. */
    Optional<Row> hold(BrowserToken browser) {
        return one("b.browser_hash = :of for update", browser.hash());
    }

    Optional<Row> find(UUID id) {
        return one("b.id = :of", id);
    }

    /** The same, locked to the end of the transaction. */
    Optional<Row> hold(UUID id) {
        return one("b.id = :of for update", id);
    }

    private Optional<Row> one(String where, Object of) {
        return jdbc.sql(SELECT + " where " + where)
                .param("of", of)
                .query((row, _) -> row(row))
                .optional();
    }

    /** Whether another browser has chosen on that page. */
    boolean isOfAnother(UUID form, BrowserToken browser) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.newcomer_booking
                                        where form = :form and browser_hash <> :browser)""")
                .param("form", form)
                .param("browser", browser.hash())
                .query(Boolean.class)
                .single();
    }

    Held held(BrowserToken besides, String network, Instant now) {
        return jdbc.sql("""
                        select count(*) as everywhere, count(*) filter (where b.network = :network) as here
                          from __tenant__.newcomer_booking b
                          join __tenant__.appointment a on a.id = b.appointment_id
                         where b.account_id is null and b.browser_hash <> :browser
                           and a.state = 'held' and a.held_until > :now""")
                .param("network", network)
                .param("browser", besides.hash())
                .param("now", sql(now))
                .query((row, _) -> new Held(row.getInt("everywhere"), row.getInt("here")))
                .single();
    }

    void add(BrowserToken browser, UUID form, String network, AppointmentId appointment, Instant now) {
        jdbc.sql("""
                        insert into __tenant__.newcomer_booking (id, browser_hash, form, network, appointment_id, chosen_at)
                        values (:id, :browser, :form, :network, :appointment, :now)""")
                .param("id", UUID.randomUUID())
                .param("browser", browser.hash())
                .param("form", form)
                .param("network", network)
                .param("appointment", appointment.value())
                .param("now", sql(now))
                .update();
    }

    /** Another time in place of the one chosen before; what was said stays. */
    void change(UUID id, UUID form, String network, AppointmentId appointment, Instant now) {
        jdbc.sql("""
                        update __tenant__.newcomer_booking
                           set form = :form, network = :network, appointment_id = :appointment, chosen_at = :now
                         where id = :id""")
                .param("id", id)
                .param("form", form)
                .param("network", network)
                .param("appointment", appointment.value())
                .param("now", sql(now))
                .update();
    }

    /** Keeps what was said, until it is said otherwise or the code was entered; whether there is anything to say it of. */
    boolean say(BrowserToken browser, Said said) {
        return jdbc.sql("""
                                update __tenant__.newcomer_booking
                                   set given_name = :given, family_name = :family, birth_date = :born, channel = :channel,
                                       value = :value, note = :note
                                 where browser_hash = :browser and account_id is null""")
                        .param("given", said.applicant().givenName())
                        .param("family", said.applicant().familyName())
                        .param("born", said.applicant().birthDate())
                        .param("channel", said.contact().channel().stored())
                        .param("value", said.contact().value())
                        .param("note", said.note())
                        .param("browser", browser.hash())
                        .update()
                == 1;
    }

    /** Somebody entered the code. */
    void finish(UUID id, AppointmentId appointment, AccountId account, Outcome outcome) {
        jdbc.sql("""
                        update __tenant__.newcomer_booking
                           set appointment_id = :appointment, account_id = :account, outcome = :outcome where id = :id""")
                .param("id", id)
                .param("appointment", appointment.value())
                .param("account", account.value())
                .param("outcome", outcome.stored())
                .update();
    }

    void forget(UUID id) {
        jdbc.sql("delete from __tenant__.newcomer_booking where id = :id")
                .param("id", id)
                .update();
    }

    /** Forgets what was chosen before then; which appointments that was. */
    List<AppointmentId> forgetBefore(Instant limit) {
        return jdbc
                .sql("delete from __tenant__.newcomer_booking where chosen_at < :limit returning appointment_id")
                .param("limit", sql(limit))
                .query(Long.class)
                .list()
                .stream()
                .map(AppointmentId::new)
                .toList();
    }

    boolean anyLeft() {
        return jdbc.sql("select exists (select 1 from __tenant__.newcomer_booking)")
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        long account = row.getLong("account_id");
        boolean entered = !row.wasNull();
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("form", UUID.class),
                new AppointmentId(row.getLong("appointment_id")),
                said(row),
                entered ? new AccountId(account) : null,
                entered ? Outcome.of(row.getString("outcome")) : null);
    }

    private static @Nullable Said said(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return channel == null
                ? null
                : new Said(
                        new Applicant(
                                row.getString("given_name"),
                                row.getString("family_name"),
                                row.getObject("birth_date", LocalDate.class)),
                        new SignInAddress(CredentialChannel.of(channel), row.getString("value")),
                        row.getString("note"));
    }
}
