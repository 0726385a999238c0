package io.anteroom.tenancy.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a worker works.
 *
 * @param threads how many pieces of work at once in this process
 * @param perTenant how many of these one tenant may hold, and as many again for what a person waits for; what a tenant has
 *     beyond that waits, so that a stuck one leaves threads to the others
 * @param pollingInterval how often it looks for work that has become due; new work is told of at once
 * @param heartbeatInterval how often running work says that it is alive; work whose worker was silent for four of these
 *     is taken up by another
 * @param shutdownWait how long a stopping worker waits for what is running
 */
@ConfigurationProperties("anteroom.work")
public record WorkSettings(
        @DefaultValue("8") int threads,
        @DefaultValue("2") int perTenant,
        @DefaultValue("5s") Duration pollingInterval,
        @DefaultValue("5s") Duration heartbeatInterval,
        @DefaultValue("25s") Duration shutdownWait) {

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public WorkSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("anteroom.work.threads must be 1 or more");
        }
        if (perTenant < 1) {
            throw new IllegalArgumentException("anteroom.work.per-tenant must be 1 or more");
        }
        if (!pollingInterval.isPositive() || !heartbeatInterval.isPositive() || shutdownWait.isNegative()) {
            throw new IllegalArgumentException("anteroom.work: an interval must be positive");
        }
    }
}
