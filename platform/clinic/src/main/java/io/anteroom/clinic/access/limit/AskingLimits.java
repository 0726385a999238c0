package io.anteroom.clinic.access.limit;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.SignInAddress;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether codes go to such addresses, and how often they may be asked for, from one network and for one address. */
@Component
public class AskingLimits {

    private final AddressLimits addresses;
    private final SignInCaps caps;
    private final Authentication authentication;

    AskingLimits(AddressLimits addresses, SignInCaps caps, Authentication authentication) {
        this.addresses = addresses;
        this.caps = caps;
        this.authentication = authentication;
    }

    /** Whether the clinic sends codes to addresses of that kind. */
    public boolean sendsTo(SignInAddress address) {
        return authentication.settings().codesTo().contains(address.channel());
    }

    /** Uses up one request, or says why there is none to use. */
    public Optional<Asked.Wait> refusal(SignInAddress address, AskedFrom from, Instant now) {
        var network = caps.ask(from, now);
        return network.isPresent()
                ? network.map(until -> new Asked.Wait(Asked.Why.NETWORK, until))
                : refusal(address, now);
    }

    /** The same for somebody who asks from no network that counts. */
    public Optional<Asked.Wait> refusal(SignInAddress address, Instant now) {
        var limit = addresses.hold(address);
        var refused = limit.locked(now)
                .map(until -> new Asked.Wait(Asked.Why.WRONG_ENTRIES, until))
                .or(() -> limit.sendsUsedUp(now).map(until -> new Asked.Wait(Asked.Why.CODES, until)));
        if (refused.isEmpty()) {
            addresses.save(address, limit.withSend(now));
        }
        return refused;
    }
}
