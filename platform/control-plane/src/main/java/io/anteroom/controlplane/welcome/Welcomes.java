package io.anteroom.controlplane.welcome;

import io.anteroom.controlplane.identity.IdentityProvider;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.security.RateLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links with which owners come in for the first time. A link can be opened until it expires, since a person may turn
 * back before a password is set; once there is a password it leads to an ordinary sign-in and gives nothing away.
 */
public class Welcomes {

    /** How long a link leads on. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    private final WelcomeStore store;
    private final WelcomeMail mail;
    private final IdentityProvider identities;
    private final RateLimits mailLimit;
    private final Links links;
    private final Clock clock;
    private final LinkTokens tokens;

    Welcomes(
            WelcomeStore store,
            WelcomeMail mail,
            IdentityProvider identities,
            RateLimits mailLimit,
            Links links,
            Clock clock,
            LinkTokens tokens) {
        this.store = store;
        this.mail = mail;
        this.identities = identities;
        this.mailLimit = mailLimit;
        this.links = links;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** Sends the owner a first link in the caller's control transaction; once only, however often it is called. */
    @Transactional(transactionManager = "controlTransactions", propagation = Propagation.MANDATORY)
    public void welcomeOnce(SignUpId id) {
        LinkToken token = tokens.next();
        Instant now = clock.instant();
        if (store.addFirst(id, token, now.plus(GOOD_FOR), now)) {
            mail.send(store.get(id), token);
        }
    }

    /** What the link stands for, if it is good. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    Optional<Welcome> open(LinkToken token) {
        return store.byToken(token).filter(welcome -> clock.instant().isBefore(welcome.until()));
    }

    /**
     * Where the owner goes now: to the page for a first password, or to the clinic's staff pages. Asks the identity
     * provider, so it must not be called inside a transaction.
     */
    @Transactional(transactionManager = "controlTransactions", propagation = Propagation.NEVER)
    URI next(Welcome welcome) {
        return identities
                .firstPasswordLink(welcome.ownerSubject(), URI.create(links.staff("/")))
                .orElseGet(() -> URI.create(links.staff(welcome.slug(), "/")));
    }

    /** Sends a new link to the owner whose link this was, if it was one. Nothing is told. */
    @Transactional(transactionManager = "controlTransactions")
    public void sendAgain(LinkToken old) {
        store.byToken(old)
                .filter(welcome -> mailLimit.allows(welcome.id().toString()))
                .ifPresent(welcome -> {
                    LinkToken token = tokens.next();
                    Instant now = clock.instant();
                    store.replace(welcome.id(), token, now.plus(GOOD_FOR), now);
                    mail.send(welcome, token);
                });
    }
}
