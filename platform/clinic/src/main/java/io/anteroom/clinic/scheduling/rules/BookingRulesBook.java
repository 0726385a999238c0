package io.anteroom.clinic.scheduling.rules;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.setup.Changes;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the clinic's {@link BookingRules}. */
@Component
@Transactional
public class BookingRulesBook {

    private static final String READ = """
            select upcoming_per_account, patients_book, patients_move, patients_cancel, version
              from __tenant__.booking_settings""";

    private final JdbcClient jdbc;
    private final AuditLog audit;

    BookingRulesBook(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What holds now. */
    @Transactional(readOnly = true)
    public BookingRules current() {
        return read(READ);
    }

    /**
     * Decides otherwise. What is booked stays.
     *
     * @param wanted with the version that whoever changes it has seen
     */
    public SetupResult change(BookingRules wanted, Actor by) {
        jdbc.sql("insert into __tenant__.booking_settings (sole) values (true) on conflict (sole) do nothing")
                .update();
        BookingRules stored = read(READ + " for no key update");
        Map<String, String> changes = Changes.between(stored.words(), wanted.words());
        if (changes.isEmpty()) {
            return new SetupResult.Saved(0);
        }
        if (stored.version() != wanted.version()) {
            return new SetupResult.Meanwhile(stored.version(), changes);
        }
        jdbc.sql("""
                        update __tenant__.booking_settings
                           set upcoming_per_account = :upcoming, patients_book = :book, patients_move = :move,
                               patients_cancel = :cancel, version = version + 1""")
                .param("upcoming", wanted.upcomingPerAccount())
                .param("book", wanted.book())
                .param("move", wanted.move())
                .param("cancel", wanted.cancel())
                .update();
        audit.record(by, new AuditEntry(AuditAction.BOOKING_SETTINGS_CHANGED, "booking-settings", "", null, changes));
        return new SetupResult.Saved(0);
    }

    private BookingRules read(String query) {
        return jdbc.sql(query)
                .query((row, _) -> new BookingRules(
                        row.getInt("upcoming_per_account"),
                        row.getBoolean("patients_book"),
                        row.getBoolean("patients_move"),
                        row.getBoolean("patients_cancel"),
                        row.getInt("version")))
                .optional()
                .orElse(BookingRules.USUAL);
    }
}
