package io.anteroom.controlplane.signup;

import io.anteroom.webkit.security.RateLimits;
import java.time.Duration;

/**
 * How often one may do what.
 *
 * @param forms sends of the form and of mails, by network
 * @param lookUps addresses looked up while typing, by network
 */
record SignUpLimits(RateLimits forms, RateLimits lookUps) {

    static SignUpLimits of(SignUpSettings settings) {
        return new SignUpLimits(
                RateLimits.of(settings.formsPerHour(), Duration.ofHours(1)),
                RateLimits.of(settings.slugChecksPerMinute(), Duration.ofMinutes(1)));
    }
}
