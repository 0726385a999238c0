package io.anteroom.tenantadmin.access.ways;

import io.anteroom.clinic.access.passkey.Passkey;
import io.anteroom.tenantadmin.access.Words;

/**
 * A passkey in the list.
 *
 * @param url where its removal is asked
 */
public record PasskeyLine(String name, String added, String used, String url) {

    static PasskeyLine of(String url, Passkey passkey) {
        return new PasskeyLine(
                passkey.name(),
                Words.moment(passkey.addedAt()),
                passkey.lastUsed().map(Words::moment).orElse("Never"),
                url + "/passkeys/" + passkey.id() + "/removal");
    }
}
