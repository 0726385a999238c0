package io.anteroom.clinic.access.password;

import io.anteroom.clinic.access.AccountLock;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.password.PasswordRows.Stored;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps passwords, once they are hashed, and leaves a trace of each change. */
@Component
class PasswordKeeper {

    private final Authentication authentication;
    private final PasswordRows rows;
    private final PasswordLimits limits;
    private final AccountLock lock;
    private final Sessions sessions;
    private final PasswordTraces traces;
    private final SenderIdentity sender;
    private final Clock clock;

    PasswordKeeper(
            Authentication authentication,
            PasswordRows rows,
            PasswordLimits limits,
            AccountLock lock,
            Sessions sessions,
            PasswordTraces traces,
            SenderIdentity sender,
            Clock clock) {
        this.authentication = authentication;
        this.rows = rows;
        this.limits = limits;
        this.lock = lock;
        this.sessions = sessions;
        this.traces = traces;
        this.sender = sender;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    PasswordStanding standing(VisibleChart chart) {
        var account = chart.viewer().account();
        var settings = authentication.settings();
        var stored = rows.of(account);
        return new PasswordStanding(
                settings.passwords(),
                settings.passwords() && settings.shortPasswords(),
                stored.map(Stored::setAt).orElse(null),
                stored.map(Stored::twoSteps).orElse(false),
                fresh(chart).isPresent(),
                rows.addresses(account).stream()
                        .findFirst()
                        .map(SignInAddress::value)
                        .orElse(""));
    }

    /** What stands there now and what a password may not consist of; nothing where a fresh check has to come first. */
    @Transactional(readOnly = true)
    Optional<Ready> begin(VisibleChart chart) {
        var account = chart.viewer().account();
        return fresh(chart)
                .map(proved -> new Ready(
                        rows.of(account),
                        Stream.concat(
                                        rows.names(account).stream(),
                                        Stream.of(
                                                sender.look().name(),
                                                CurrentTenant.get().slug()))
                                .toList()));
    }

    /** Puts {@code hash} in the place of {@code before}; false if something else stands there or may not be changed now. */
    @Transactional
    boolean keep(VisibleChart chart, Optional<String> before, String hash, boolean twoSteps) {
        var account = chart.viewer().account();
        var proved = lock.hold(account) && sessions.holdToChangeWaysIn(chart.viewer())
                ? fresh(chart).filter(credential -> taken(twoSteps))
                : Optional.<CredentialId>empty();
        var stored = rows.of(account);
        if (proved.isEmpty() || !stored.map(Stored::hash).equals(before)) {
            return false;
        }
        rows.set(account, proved.get(), hash, twoSteps, clock.instant());
        limits.clear(account);
        traces.set(chart, stored, twoSteps, sessions.endOthers(chart.viewer()));
        return true;
    }

    private boolean taken(boolean twoSteps) {
        var settings = authentication.settings();
        return settings.passwords() && (!twoSteps || settings.shortPasswords());
    }

    @Transactional
    boolean remove(VisibleChart chart) {
        var account = chart.viewer().account();
        var stored = (lock.hold(account) ? rows.of(account) : Optional.<Stored>empty())
                .filter(there -> !there.twoSteps() || sessions.holdToChangeWaysIn(chart.viewer()));
        stored.ifPresent(there -> {
            rows.remove(account);
            traces.removed(chart, stored, sessions.endOthers(chart.viewer()));
        });
        return stored.isPresent();
    }

    private Optional<CredentialId> fresh(VisibleChart chart) {
        return sessions.signsInAgainFirst(chart.viewer())
                ? Optional.empty()
                : rows.fresh(chart.viewer().session(), clock.instant());
    }

    /** A session in which a password may be set. */
    record Ready(Optional<Stored> stored, List<String> names) {}
}
