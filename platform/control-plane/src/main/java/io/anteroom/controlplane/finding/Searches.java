package io.anteroom.controlplane.finding;

import io.anteroom.messaging.PlatformSeal;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The searches that wait for the worker. What was typed is sealed, read once, and gone as soon as it has been seen to: some
 * seconds later, or an hour where messages cannot be sent for so long.
 */
@Transactional(transactionManager = "controlTransactions")
public class Searches {

    static final String KIND = "portal-search";

    /** After that nobody waits for the answer any more. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient control;
    private final PlatformWorkQueue work;
    private final PlatformSeal seal;
    private final SearchCaps caps;
    private final Clock clock;

    Searches(JdbcClient control, PlatformWorkQueue work, PlatformSeal seal, SearchCaps caps, Clock clock) {
        this.control = control;
        this.work = work;
        this.seal = seal;
        this.caps = caps;
        this.clock = clock;
    }

    /**
     * Leaves a search for the worker. The same again is the same search, and one that waits already stays as it is.
     *
     * @param id made of the form's key
     * @param network that of whoever asks
     * @return how long to wait first, if too many were left lately
     */
    public Optional<Duration> leave(UUID id, String typed, String network) {
        Optional<Duration> wait = caps.ask(network);
        if (wait.isEmpty()) {
            control.sql("""
                            insert into control.portal_search (id, sealed, asked_at) values (:id, :sealed, :now)
                            on conflict do nothing""")
                    .param("id", id)
                    .param("sealed", seal.seal(typed, id))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            work.addUrgent(KIND, id.toString());
        }
        return wait;
    }

    /** Takes a search up, if it is still there and of use, and gives what was typed. */
    Optional<String> take(UUID id) {
        Optional<String> typed = control.sql("""
                        update control.portal_search set attempts = attempts + 1 where id = :id returning sealed, asked_at""")
                .param("id", id)
                .query((row, _) -> read(
                        id,
                        row.getBytes("sealed"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .optional()
                .flatMap(found -> found);
        if (typed.isEmpty()) {
            forget(id);
        }
        return typed;
    }

    private Optional<String> read(UUID id, byte[] sealed, Instant askedAt) {
        return askedAt.plus(KEPT).isBefore(clock.instant()) ? Optional.empty() : seal.open(sealed, id);
    }

    /** Whether a message may go to the address of that hash; counted once for each search. */
    boolean mayBeSent(UUID id, String address) {
        boolean first = control.sql("select attempts = 1 from control.portal_search where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return !first || caps.mayBeSent(address);
    }

    /** Nothing is kept of it, nor of others whose time is over. */
    void forget(UUID id) {
        control.sql("delete from control.portal_search where id = :id or asked_at < :limit")
                .param("id", id)
                .param("limit", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        caps.forgetOld();
    }
}
