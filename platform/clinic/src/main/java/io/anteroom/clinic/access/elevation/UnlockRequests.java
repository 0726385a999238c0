package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.AskingLimits;
import io.anteroom.clinic.access.limit.SignInCaps;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.signin.CodeMaker;
import io.anteroom.clinic.access.signin.KeyedHash;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends codes that open clinical records, within the limits that hold for signing in: they are the same addresses. */
@Component
class UnlockRequests {

    private final UnlockRows rows;
    private final Authentication authentication;
    private final AskingLimits limits;
    private final SignInCaps caps;
    private final CodeMaker maker;
    private final KeyedHash keyedHash;
    private final UnlockMessages messages;

    UnlockRequests(
            UnlockRows rows,
            Authentication authentication,
            AskingLimits limits,
            SignInCaps caps,
            CodeMaker maker,
            KeyedHash keyedHash,
            UnlockMessages messages) {
        this.rows = rows;
        this.authentication = authentication;
        this.limits = limits;
        this.caps = caps;
        this.maker = maker;
        this.keyedHash = keyedHash;
        this.messages = messages;
    }

    Optional<UnlockAddress> address(SessionId session) {
        var channels = authentication.settings().codesTo();
        return rows.addresses(session).stream()
                .filter(address -> channels.contains(address.address().channel()))
                .findFirst();
    }

    UnlockAsked ask(SessionId session, AskedFrom from, Instant now) {
        if (fresh(session, now)) {
            return new UnlockAsked.OnItsWay();
        }
        return address(session).map(address -> ask(session, address, from, now)).orElseGet(UnlockAsked.Nowhere::new);
    }

    private UnlockAsked ask(SessionId session, UnlockAddress address, AskedFrom from, Instant now) {
        var refusal = limits.refusal(address.address(), from, now);
        if (refusal.isPresent()) {
            return new UnlockAsked.Wait(refusal.get());
        }
        if (!caps.mayBeSent(address.address(), now)) {
            return new UnlockAsked.Capped();
        }
        // Two tabs that ask at once: the address's limit was held for the first, and the second finds its code.
        return fresh(session, now) || send(session, address, from.host(), now)
                ? new UnlockAsked.OnItsWay()
                : new UnlockAsked.Nowhere();
    }

    private boolean send(SessionId session, UnlockAddress address, String host, Instant now) {
        var id = UUID.randomUUID();
        var digits = maker.digits();
        boolean stored = rows.add(id, session, address.credential(), keyedHash.ofUnlockCode(id, digits), now);
        if (stored) {
            messages.send(id, address.address(), host, digits);
        }
        return stored;
    }

    private boolean fresh(SessionId session, Instant now) {
        return rows.newest(session).stream().anyMatch(code -> code.usable(now) && now.isBefore(code.resendAt()));
    }
}
