package io.anteroom.controlplane.finding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often clinics are looked for, counted in the database so that it holds over all processes. Searches are counted
 * where the person can be told to wait, by network alone: what all share at the door, one who asks from many networks could
 * use up for everybody. Messages are counted by the worker, since only addresses that a clinic knows get any; what is held
 * back there is not told.
 */
class SearchCaps {

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MESSAGES_A_DAY = 5;

    private final JdbcClient control;
    private final FindingSettings settings;
    private final Clock clock;

    SearchCaps(JdbcClient control, FindingSettings settings, Clock clock) {
        this.control = control;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a search; how long to wait, if there were too many from that network. */
    Optional<Duration> ask(String network) {
        return count("network", network, WINDOW) <= settings.perNetwork()
                ? Optional.empty()
                : Optional.of(Duration.between(clock.instant(), start(WINDOW).plus(WINDOW)));
    }

    /**
     * Counts a message about to be sent; whether it may be. One in ten minutes and five a day: a second click sends
     * nothing, and nobody can fill somebody else's mailbox. And so many of all together.
     *
     * @param address by which it is counted, hashed
     */
    boolean mayBeSent(String address) {
        return count("address", address, WINDOW) == 1
                && count("address-daily", address, DAY) <= MESSAGES_A_DAY
                && count("everybody", "", WINDOW) <= settings.ofEverybody();
    }

    /** Forgets what counts no longer. */
    void forgetOld() {
        control.sql("delete from control.portal_search_cap where window_start < :limit")
                .param("limit", start(DAY).minus(DAY).atOffset(ZoneOffset.UTC))
                .update();
    }

    private int count(String kind, String subject, Duration window) {
        return control.sql("""
                        insert into control.portal_search_cap as c (kind, subject, window_start, used)
                        values (:kind, :subject, :window, 1)
                        on conflict (kind, subject, window_start) do update set used = c.used + 1
                        returning used""")
                .param("kind", kind)
                .param("subject", subject)
                .param("window", start(window).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private Instant start(Duration window) {
        long now = clock.instant().getEpochSecond();
        return Instant.ofEpochSecond(now - Math.floorMod(now, window.toSeconds()));
    }
}
