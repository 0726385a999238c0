package io.anteroom.clinic.scheduling.feed;

import static io.anteroom.clinic.access.notice.AccountActs.entry;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.language.PersonLanguages;
import io.anteroom.clinic.access.notice.AccountNotices;
import io.anteroom.clinic.access.notice.Notice;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.scheduling.appointment.Appointment;
import io.anteroom.clinic.scheduling.appointment.PatientAppointments;
import io.anteroom.language.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses under which calendars fetch appointments. Whoever has one sees what its account may see at that moment, without
 * signing in: when, where and with whom, and never what for.
 */
@Component
public class CalendarFeeds {

    /**
     * What a calendar gets.
     *
     * @param words how to speak to whose calendar it is: it says nothing of itself
     */
    public record Fetched(Words words, List<Appointment> appointments) {}

    private static final Duration PAST = Duration.ofDays(90);

    private final FeedRows rows;
    private final RandomTokens tokens;
    private final Charts charts;
    private final PatientAppointments appointments;
    private final AuditLog log;
    private final AccountNotices notices;
    private final PersonLanguages languages;
    private final Clock clock;

    CalendarFeeds(
            FeedRows rows,
            RandomTokens tokens,
            Charts charts,
            PatientAppointments appointments,
            AuditLog log,
            AccountNotices notices,
            PersonLanguages languages,
            Clock clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.charts = charts;
        this.appointments = appointments;
        this.log = log;
        this.notices = notices;
        this.languages = languages;
        this.clock = clock;
    }

    /** When the one who looks made an address, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt(VisibleChart chart) {
        return rows.madeAt(chart.viewer().account());
    }

    /**
     * Makes an address; one that was made before leads nowhere from then on.
     *
     * @param instead when the one was made that the form showed, or null where it showed none
     */
    @Transactional
    public FeedMade make(VisibleChart chart, @Nullable Instant instead) {
        AccountId account = chart.viewer().account();
        rows.lock(account);
        var before = rows.madeAt(account);
        if (!before.equals(Optional.ofNullable(instead))) {
            return new FeedMade.MadeMeanwhile();
        }
        var token = new FeedToken(tokens.draw());
        rows.save(account, token, clock.instant());
        log.record(
                chart.actor(),
                entry(AuditAction.CALENDAR_FEED_MADE, chart)
                        .with("Before", before.isPresent() ? "an address" : "none")
                        .with("After", "a new address"));
        notices.send(
                account,
                words -> new Notice(
                        "calendar-feed",
                        words.say("Your appointments go to a calendar"),
                        List.of(
                                words.say(
                                        "An address was made in the patient portal under which a calendar fetches your"
                                                + " appointments."),
                                words.say("If it was you, you need do nothing."),
                                words.say("If it wasn’t you, remove it under ‘Appointments’, and tell the clinic.")),
                        words.say("a calendar can now fetch your appointments. If it wasn’t you, tell the clinic:")));
        return new FeedMade.Made(token);
    }

    /** Ends the address, if there is one. */
    @Transactional
    public void remove(VisibleChart chart) {
        if (rows.remove(chart.viewer().account())) {
            log.record(
                    chart.actor(),
                    entry(AuditAction.CALENDAR_FEED_REMOVED, chart)
                            .with("Before", "an address")
                            .with("After", "none"));
        }
    }

    /** What a calendar gets that asks with {@code token}; nothing where that leads nowhere. */
    @Transactional(readOnly = true)
    public Optional<Fetched> fetch(FeedToken token) {
        return rows.account(token).map(account -> {
            var now = clock.instant();
            var chart = charts.visibleTo(new Viewer(account, new SessionId(0), now, null, null));
            return new Fetched(
                    languages.wordsFor(account), appointments.in(chart).ofAll(now.minus(PAST)));
        });
    }
}
