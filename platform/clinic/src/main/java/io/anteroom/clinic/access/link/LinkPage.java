package io.anteroom.clinic.access.link;

import io.anteroom.clinic.access.SignInAddress;
import java.util.List;

/**
 * What a link that works leads to.
 *
 * @param kind what the link does
 * @param ways where a code can be sent, which sign the patient in already; none where the link sets the first
 */
public record LinkPage(LinkKind kind, List<SignInAddress> ways) {

    /** Copies the list. */
    public LinkPage {
        ways = List.copyOf(ways);
    }

    /** Whether the person types an address, since there is none to choose. */
    public boolean asksAddress() {
        return ways.isEmpty();
    }

    /** Whether the birth date has to be entered before a code is sent. */
    public boolean asksBirthDate() {
        return ways.isEmpty() || kind == LinkKind.ACCESS;
    }

    /** Whether a code for this link may go there. */
    boolean takes(SignInAddress address) {
        return ways.isEmpty() || ways.contains(address);
    }
}
