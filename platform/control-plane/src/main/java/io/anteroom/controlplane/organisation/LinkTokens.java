package io.anteroom.controlplane.organisation;

import java.util.random.RandomGenerator;

/** Makes link tokens. */
public class LinkTokens {

    private final RandomGenerator random;

    /**
     * @param random a cryptographic source
     */
    public LinkTokens(RandomGenerator random) {
        this.random = random;
    }

    /** A new one, which nobody can guess. */
    public LinkToken next() {
        return LinkToken.random(random);
    }
}
