package io.anteroom.tenancy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;

/**
 * What is watched of our own accord, as figures and, where traces are wanted, as spans. Nothing that is named here may
 * come from outside: no address, no id but the tenant's, no token.
 */
public final class Observing {

    /** Under this name a span says whose it is, by the opaque id. Never a tag of a figure: there are thousands. */
    public static final String TENANT = "anteroom.tenant";

    private final ObservationRegistry observations;

    /** Made once, by this module. */
    public Observing(ObservationRegistry observations) {
        this.observations = observations;
    }

    /** Something done by another system for us. */
    @FunctionalInterface
    public interface Call<T, X extends Throwable> {
        T make() throws X;
    }

    /**
     * Makes a call to another system, measured as {@code anteroom.outside}.
     *
     * @param system which one, of a handful: {@code stripe}, {@code keycloak}, {@code smtp}, {@code sms}
     * @param what which of its services, of a handful
     */
    public <T, X extends Throwable> T outside(String system, String what, Call<T, X> call) throws X {
        // Nothing is sent along: who is called need not know our traces.
        SenderContext<Object> context = new SenderContext<>((carrier, key, value) -> {}, Kind.CLIENT);
        context.setCarrier(system);
        return Observation.createNotStarted("anteroom.outside", () -> context, observations)
                .contextualName(system + " " + what)
                .lowCardinalityKeyValue("system", system)
                .lowCardinalityKeyValue("call", what)
                .observeChecked((Observation.CheckedCallable<T, X>) call::make);
    }

    /**
     * Does a piece of work, measured as {@code anteroom.work.runs}.
     *
     * @param kind the work's kind
     */
    public <T, X extends Throwable> T work(String kind, Call<T, X> work) throws X {
        return Observation.createNotStarted("anteroom.work.runs", observations)
                .contextualName("work " + kind)
                .lowCardinalityKeyValue("kind", kind)
                .observeChecked((Observation.CheckedCallable<T, X>) work::make);
    }

    /** The request that is being answered turned out to be for {@code tenant}. */
    public void serves(Tenant tenant) {
        Observation current = observations.getCurrentObservation();
        if (current != null) {
            current.highCardinalityKeyValue(TENANT, tenant.id().value());
        }
    }
}
