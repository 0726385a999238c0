package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.controlplane.organisation.SlugReservations;
import io.anteroom.controlplane.organisation.SlugSuggestion;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Answers while people type: is this address free, and which would suit that name. Nothing is reserved by asking. */
@Transactional(transactionManager = "controlTransactions", readOnly = true)
public class SlugCheck {

    private static final SignUpId NOBODY = new SignUpId(new UUID(0, 0));

    private final SlugReservations slugs;
    private final SignUpStore store;
    private final Clock clock;

    SlugCheck(SlugReservations slugs, SignUpStore store, Clock clock) {
        this.slugs = slugs;
        this.store = store;
        this.clock = clock;
    }

    /** Whether the form {@code page} could have {@code slug} now. */
    boolean free(Slug slug, Optional<LinkToken> page) {
        return slugs.taken(List.of(slug), asking(page), clock.instant()).isEmpty();
    }

    /** The best free address for that name, if the name gives any. */
    Optional<Slug> suggest(String organisationName, Optional<LinkToken> page) {
        List<Slug> wanted = SlugSuggestion.of(organisationName);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Set<Slug> taken = slugs.taken(wanted, asking(page), clock.instant());
        return wanted.stream().filter(slug -> !taken.contains(slug)).findFirst();
    }

    /** What a sign-up holds itself is free for it. */
    private SignUpId asking(Optional<LinkToken> page) {
        return page.flatMap(store::byPage).map(SignUp::id).orElse(NOBODY);
    }
}
