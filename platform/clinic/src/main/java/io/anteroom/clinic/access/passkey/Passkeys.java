package io.anteroom.clinic.access.passkey;

import com.webauthn4j.data.RegistrationData;
import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.elevation.ElevatedChart;
import io.anteroom.clinic.access.passkey.PasskeyChallenges.By;
import io.anteroom.clinic.access.passkey.PasskeyChallenges.Purpose;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of somebody signed in. */
@Component
public class Passkeys {

    /** How many an account may have. */
    public static final int MOST = 20;

    private final PasskeyProofs proofs;
    private final PasskeyChallenges challenges;
    private final PasskeyCeremony ceremony;
    private final PasskeyRows rows;
    private final AccountLock lock;
    private final Sessions sessions;
    private final PasskeyTraces traces;
    private final Clock clock;

    Passkeys(
            PasskeyProofs proofs,
            PasskeyChallenges challenges,
            PasskeyCeremony ceremony,
            PasskeyRows rows,
            AccountLock lock,
            Sessions sessions,
            PasskeyTraces traces,
            Clock clock) {
        this.proofs = proofs;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.rows = rows;
        this.lock = lock;
        this.sessions = sessions;
        this.traces = traces;
        this.clock = clock;
    }

    /** The account's passkeys, in the order they were added. */
    @Transactional(readOnly = true)
    public List<Passkey> of(VisibleChart chart) {
        return rows.of(chart.viewer().account());
    }

    /**
     * What the browser is to ask its device to make a new key, JSON; nothing where the clinic takes no passkeys, no
     * address of the account was ever verified, or it has {@link #MOST}. It takes the fresh check, since a key is one later.
     */
    @Transactional
    public Optional<String> begin(ElevatedChart elevated, PortalHost host) {
        var chart = elevated.chart();
        var account = chart.viewer().account();
        if (!proofs.on() || rows.address(account).isEmpty() || rows.of(account).size() >= MOST) {
            return Optional.empty();
        }
        return Optional.of(PasskeyOptions.toAdd(
                host,
                CurrentTenant.get().name(),
                rows.handle(account),
                chart.actor().name(),
                challenges.draw(by(chart), clock.instant()),
                rows.credentialIds(account, host.name())));
    }

    /**
     * Adds the key that the device made.
     *
     * @param response what the device answered, as the browser writes it, JSON
     * @param name what the person calls it
     */
    @Transactional
    public PasskeyAdded add(ElevatedChart elevated, PortalHost host, String response, String name) {
        var chart = elevated.chart();
        var called = name.strip();
        if (called.isEmpty() || called.length() > Passkey.LONGEST_NAME) {
            return new PasskeyAdded.NameNeeded();
        }
        if (!lock.hold(chart.viewer().account())) {
            return new PasskeyAdded.Refused();
        }
        if (rows.of(chart.viewer().account()).size() >= MOST) {
            return new PasskeyAdded.Full();
        }
        boolean added = ceremony.readNew(response)
                .filter(data -> proofs.on() && sessions.holdToChangeWaysIn(chart.viewer()))
                .flatMap(data -> checked(chart, host, data))
                .filter(key -> rows.add(chart.viewer().account(), host.name(), called, key, clock.instant()))
                .isPresent();
        if (!added) {
            return new PasskeyAdded.Refused();
        }
        traces.added(chart, called);
        return new PasskeyAdded.Added();
    }

    /**
     * Removes a passkey and ends the sessions it began elsewhere; false if the account has none of that id. It takes no
     * fresh check: who has lost a device must be quick, and the holder is told.
     */
    @Transactional
    public boolean remove(VisibleChart chart, PasskeyId id) {
        lock.hold(chart.viewer().account());
        var begun = rows.sessions(id, clock.instant());
        var name = rows.remove(chart.viewer().account(), id);
        name.ifPresent(called -> {
            begun.stream()
                    .filter(session -> !session.equals(chart.viewer().session()))
                    .forEach(session -> sessions.end(chart.viewer(), session));
            traces.removed(chart, called);
        });
        return name.isPresent();
    }

    private Optional<PasskeyCeremony.NewKey> checked(VisibleChart chart, PortalHost host, RegistrationData data) {
        return PasskeyCeremony.challenge(data.getCollectedClientData())
                .filter(challenge -> challenges.take(challenge, by(chart), clock.instant()))
                .flatMap(challenge -> ceremony.checkNew(data, challenge, host));
    }

    private static By by(VisibleChart chart) {
        return new By(Purpose.ADD, chart.viewer().session(), null);
    }
}
