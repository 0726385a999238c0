package io.anteroom.tenancy.known;

/**
 * An address with which somebody signs in, as it is compared.
 *
 * @param channel {@code email} or {@code mobile}
 * @param value its normal form
 */
public record KnownAddress(String channel, String value) {

    /** Keeps addresses out of logs. */
    @Override
    public String toString() {
        return "KnownAddress[" + channel + "]";
    }
}
