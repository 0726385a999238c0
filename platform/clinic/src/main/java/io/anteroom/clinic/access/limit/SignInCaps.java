package io.anteroom.clinic.access.limit;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccessSettings;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Caps that hold for every address together, counted in the clinic's own schema so that they hold over all processes.
 * Requests are capped by network, where the person can be told. What costs money is capped where it is spent, in the
 * worker: a flood of addresses nobody has uses up nothing of what patients need. Newcomers, who are sent codes though
 * nobody has their addresses, are counted apart for the same reason.
 */
@Component
public class SignInCaps {

    private static final Duration NETWORK_WINDOW = CodeLimits.SENDS_WITHIN;
    private static final Duration SEND_WINDOW = Duration.ofHours(1);

    /** Country code and the first digits of the network or area: {@code +447700}. */
    private static final int PREFIX_LENGTH = 7;

    private final JdbcClient jdbc;
    private final AccessSettings settings;

    SignInCaps(JdbcClient jdbc, AccessSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Counts a request for a code; when the network may ask again, if it asked too often. */
    public Optional<Instant> ask(AskedFrom from, Instant now) {
        var window = start(now, NETWORK_WINDOW);
        return count("address", from.networkKey(), window) > settings.asksPerNetwork()
                ? Optional.of(window.plus(NETWORK_WINDOW))
                : Optional.empty();
    }

    /** Counts somebody who wants to open an account; when the network may ask again, if it asked too often. */
    public Optional<Instant> askAsNewcomer(AskedFrom from, Instant now) {
        var window = start(now, SEND_WINDOW);
        return count("newcomer-address", from.networkKey(), window) > settings.newcomersPerNetwork()
                ? Optional.of(window.plus(SEND_WINDOW))
                : Optional.empty();
    }

    /**
     * Counts one of what strangers may do so often in an hour, such as holding a time.
     *
     * @param kind what it is; the table's check knows each
     * @param subject of whom it is counted, or empty for all of the clinic together
     * @return when it may be done again, if it was done too often
     */
    public Optional<Instant> useUp(String kind, String subject, int most, Instant now) {
        var window = start(now, SEND_WINDOW);
        return count(kind, subject, window) > most ? Optional.of(window.plus(SEND_WINDOW)) : Optional.empty();
    }

    /** Counts a code about to be sent; whether it may be. */
    public boolean mayBeSent(SignInAddress to, Instant now) {
        return mayBeSent("", settings.codesPerClinic(), to, now);
    }

    /** The same for an address that nobody has and anybody may have typed. */
    public boolean mayBeSentToNewcomer(SignInAddress to, Instant now) {
        return mayBeSent("newcomer-", settings.newcomersPerClinic(), to, now);
    }

    private boolean mayBeSent(String whose, int perClinic, SignInAddress to, Instant now) {
        var window = start(now, SEND_WINDOW);
        boolean prefix = to.channel() == CredentialChannel.EMAIL
                || count(whose + "prefix", prefix(to.value()), window) <= settings.textsPerPrefix();
        return prefix && count(whose + "clinic", "", window) <= perClinic;
    }

    /** Forgets what was counted before then. */
    public void forgetBefore(Instant limit) {
        jdbc.sql("delete from __tenant__.sign_in_cap where window_start < :limit")
                .param("limit", sql(limit))
                .update();
    }

    private int count(String kind, String subject, Instant window) {
        return jdbc.sql("""
                        insert into __tenant__.sign_in_cap as c (kind, subject, window_start, used)
                        values (:kind, :subject, :window, 1)
                        on conflict (kind, subject, window_start) do update set used = c.used + 1
                        returning used""")
                .param("kind", kind)
                .param("subject", subject)
                .param("window", sql(window))
                .query(Integer.class)
                .single();
    }

    private static String prefix(String number) {
        return number.substring(0, Math.min(number.length(), PREFIX_LENGTH));
    }

    private static Instant start(Instant now, Duration window) {
        return Instant.ofEpochSecond(now.getEpochSecond() - Math.floorMod(now.getEpochSecond(), window.toSeconds()));
    }
}
