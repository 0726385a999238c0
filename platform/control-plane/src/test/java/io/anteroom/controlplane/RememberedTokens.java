package io.anteroom.controlplane;

import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.LinkTokens;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Real tokens, of which the last made can be asked for, as a reader of the mail would know it. */
public class RememberedTokens extends LinkTokens {

    private final AtomicReference<LinkToken> last = new AtomicReference<>();

    RememberedTokens() {
        super(new SecureRandom());
    }

    @Override
    public LinkToken next() {
        LinkToken token = super.next();
        last.set(token);
        return token;
    }

    /** The token made last. */
    public LinkToken last() {
        return Objects.requireNonNull(last.get());
    }
}
