package io.anteroom.controlplane.welcome;

import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.SignUpId;
import java.time.Instant;

/**
 * What an owner's link stands for.
 *
 * @param organisation its name
 * @param slug the address of its portal
 * @param ownerSubject the identity provider's id of the owner
 * @param until how long the link leads on
 */
record Welcome(
        SignUpId id,
        String organisation,
        String slug,
        String ownerName,
        EmailAddress ownerEmail,
        String ownerSubject,
        Instant until) {}
