package io.anteroom.clinic.access.passkey;

import io.anteroom.clinic.access.AccountId;

/**
 * A passkey as it is checked.
 *
 * @param name what its owner calls it
 * @param attested the key's public half with the id the device knows it by, in WebAuthn's own form
 * @param signCount how often the device says it had signed when it was last used
 * @param backupEligible whether the device may copy it to others
 * @param holder what the device knows the account by
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record StoredPasskey(
        PasskeyId id,
        AccountId account,
        String name,
        String host,
        byte[] attested,
        long signCount,
        boolean backupEligible,
        boolean backedUp,
        byte[] holder) {}
