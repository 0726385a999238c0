package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.organisation.SlugReservations;
import io.anteroom.controlplane.provisioning.Provisioning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done with a sign-up. Its answers depend on what the caller holds (the form's key, a link's token) and on the
 * address wanted for the portal, never on whether an email address is known.
 */
@Transactional(transactionManager = "controlTransactions")
public class SignUps {

    /** How long a link confirms, and how long an unconfirmed sign-up keeps its portal's address. */
    static final Duration CONFIRMABLE = Duration.ofDays(2);

    private final SignUpStore store;
    private final SlugReservations slugs;
    private final ConfirmationMail mail;
    private final MailLimit mailLimit;
    private final Provisioning provisioning;
    private final Clock clock;
    private final LinkTokens tokens;

    SignUps(
            SignUpStore store,
            SlugReservations slugs,
            ConfirmationMail mail,
            MailLimit mailLimit,
            Provisioning provisioning,
            Clock clock,
            LinkTokens tokens) {
        this.store = store;
        this.slugs = slugs;
        this.mail = mail;
        this.mailLimit = mailLimit;
        this.provisioning = provisioning;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** What came of a form. */
    sealed interface Requested {}

    /** It is stored and its mail is on the way; or held back, which is not told. */
    record Stored() implements Requested {}

    /** Someone else has the address wanted for the portal. */
    record SlugTaken() implements Requested {}

    /** This very form was sent and confirmed before. */
    record ConfirmedBefore() implements Requested {}

    /**
     * Takes a filled-in form. Sent twice, or sent again with other details before it is confirmed, the last counts.
     *
     * @param page the key that the form was shown with: a new one, or what opens the pages of the sign-up to change
     */
    Requested request(LinkToken page, NewOrganisation wanted) {
        Optional<SignUp> before = store.lockByPage(page);
        if (before.filter(SignUp::confirmed).isPresent()) {
            return new ConfirmedBefore();
        }
        SignUpId id = before.map(SignUp::id).orElseGet(() -> idOf(page));
        Instant now = clock.instant();
        Instant until = now.plus(CONFIRMABLE);
        if (!slugs.hold(wanted.slug(), id, now, until)) {
            return new SlugTaken();
        }
        slugs.releaseOthers(id, wanted.slug());
        boolean mailable = mailLimit.allows(wanted.owner().email());
        if (!mailable && before.filter(known -> known.hasOwnersAddress(wanted)).isPresent()) {
            // No mail with another link could go out, so the link that they have stays good.
            store.change(id, wanted);
            return new Stored();
        }
        LinkToken confirmation = tokens.next();
        store.save(id, page, confirmation, until, wanted, now);
        if (mailable) {
            mail.send(new SignUp(id, wanted, until, null), confirmation);
        }
        return new Stored();
    }

    /** The sign-up whose pages this key opens. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    Optional<SignUp> byPage(LinkToken page) {
        return store.byPage(page);
    }

    /** The sign-up that this link can still confirm, or has confirmed. */
    @Transactional(transactionManager = "controlTransactions", readOnly = true)
    Optional<SignUp> byConfirmation(LinkToken confirmation) {
        return store.byConfirmation(confirmation)
                .filter(signUp -> signUp.confirmed() || signUp.confirmableAt(clock.instant()));
    }

    /**
     * Confirms, and starts the making of the tenant.
     *
     * @return whether it is confirmed now; a second time it still is
     */
    boolean confirm(LinkToken confirmation) {
        Instant now = clock.instant();
        Optional<SignUp> found = store.lockByConfirmation(confirmation);
        if (found.filter(SignUp::confirmed).isPresent()) {
            return true;
        }
        return found.filter(signUp -> signUp.confirmableAt(now))
                .filter(signUp -> slugs.keep(signUp.organisation().slug(), signUp.id(), now))
                .map(signUp -> {
                    store.confirmed(signUp.id(), now);
                    provisioning.start(signUp.id(), signUp.organisation());
                    return true;
                })
                .orElse(false);
    }

    /** Sends a new link for the sign-up that {@code key} belongs to, if any, if it is unconfirmed. Nothing is told. */
    void sendAgain(LinkToken key) {
        store.lockByPage(key).filter(signUp -> !signUp.confirmed()).ifPresent(this::renew);
    }

    private void renew(SignUp signUp) {
        Instant now = clock.instant();
        Instant until = now.plus(CONFIRMABLE);
        if (!mailLimit.allows(signUp.organisation().owner().email())) {
            return;
        }
        if (!slugs.hold(signUp.organisation().slug(), signUp.id(), now, until)) {
            mail.sendAddressGone(signUp);
            return;
        }
        LinkToken confirmation = tokens.next();
        store.renew(signUp.id(), confirmation, until);
        mail.send(signUp, confirmation);
    }

    /** The same for the same form, so that a form sent twice at once is one sign-up. */
    private static SignUpId idOf(LinkToken page) {
        return new SignUpId(UUID.nameUUIDFromBytes(page.hash()));
    }
}
