package io.anteroom.clinic.access.elevation;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.CredentialId;
import io.anteroom.clinic.access.SignInAddress;

/**
 * Where a code that opens clinical records goes.
 *
 * @param credential which of the account's credentials it is
 * @param address the address itself
 */
public record UnlockAddress(CredentialId credential, SignInAddress address) {

    /** The address, masked. */
    public String masked() {
        return address.masked();
    }

    /** How a code gets there. */
    public CredentialChannel channel() {
        return address.channel();
    }
}
