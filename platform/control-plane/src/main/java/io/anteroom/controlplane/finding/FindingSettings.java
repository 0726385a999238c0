package io.anteroom.controlplane.finding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a clinic may be looked for, under {@code anteroom.control-plane.finding}.
 *
 * @param perNetwork searches from one IPv4 address or IPv6 /64 network in ten minutes, 1 or more
 * @param ofEverybody messages of all together in ten minutes, 1 or more; searches that find nothing are none of them
 */
@ConfigurationProperties("anteroom.control-plane.finding")
public record FindingSettings(
        @DefaultValue("20") int perNetwork,
        @DefaultValue("1000") int ofEverybody) {

    public FindingSettings {
        if (perNetwork < 1 || ofEverybody < 1) {
            throw new IllegalArgumentException("anteroom.control-plane.finding: every cap must be 1 or more");
        }
    }
}
