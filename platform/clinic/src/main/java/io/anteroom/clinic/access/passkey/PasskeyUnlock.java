package io.anteroom.clinic.access.passkey;

import io.anteroom.clinic.access.elevation.Elevation;
import io.anteroom.clinic.access.passkey.PasskeyChallenges.By;
import io.anteroom.clinic.access.passkey.PasskeyChallenges.Purpose;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.session.VisibleChart;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A passkey as the fresh check before clinical records. */
@Component
public class PasskeyUnlock {

    private final PasskeyProofs proofs;
    private final PasskeyChallenges challenges;
    private final PasskeyRows rows;
    private final Elevation elevation;
    private final Clock clock;

    PasskeyUnlock(
            PasskeyProofs proofs, PasskeyChallenges challenges, PasskeyRows rows, Elevation elevation, Clock clock) {
        this.proofs = proofs;
        this.challenges = challenges;
        this.rows = rows;
        this.elevation = elevation;
        this.clock = clock;
    }

    /** Whether this person has a passkey for this host that the clinic takes. */
    @Transactional(readOnly = true)
    public boolean offered(VisibleChart chart, PortalHost host) {
        return proofs.on()
                && !rows.credentialIds(chart.viewer().account(), host.name()).isEmpty();
    }

    /** A challenge for one of the person's own passkeys, JSON; nothing where there is none to use. */
    @Transactional
    public Optional<String> begin(VisibleChart chart, PortalHost host) {
        var known = rows.credentialIds(chart.viewer().account(), host.name());
        if (!proofs.on() || known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PasskeyOptions.toUse(host, challenges.draw(by(chart), clock.instant()), known));
    }

    /**
     * Opens clinical records in this session; nothing where the answer is not right or another account's key gave it.
     *
     * @param response what the device answered, as the browser writes it, JSON
     */
    @Transactional
    public Optional<Instant> enter(VisibleChart chart, PortalHost host, String response) {
        return proofs.proved(response, host, by(chart))
                .filter(key -> key.account().equals(chart.viewer().account()))
                .flatMap(key -> elevation.open(chart, SignInMethod.PASSKEY));
    }

    private static By by(VisibleChart chart) {
        return new By(Purpose.UNLOCK, chart.viewer().session(), null);
    }
}
