package io.anteroom.tenancy;

import java.util.Optional;

/**
 * The tenant whose work is being done. Bound for the length of one call and no longer, so that it cannot leak into the
 * next request of the same thread, nor be set from afar.
 */
public final class CurrentTenant {

    private static final ScopedValue<Tenant> BOUND = ScopedValue.newInstance();

    private CurrentTenant() {}

    /**
     * The tenant bound to this work.
     *
     * @throws NoTenantException if none is
     */
    public static Tenant get() {
        return BOUND.orElseThrow(NoTenantException::new);
    }

    /** The tenant bound to this work, or nothing where work may rightly have none, as in a log line. */
    public static Optional<Tenant> find() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
    }

    /** Does {@code work} as {@code tenant}. */
    public static void run(Tenant tenant, Runnable work) {
        ScopedValue.where(BOUND, tenant).run(work);
    }

    /**
     * Does {@code work} as {@code tenant} and gives its result.
     *
     * @throws X whatever {@code work} throws
     */
    public static <R, X extends Throwable> R call(Tenant tenant, ScopedValue.CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(BOUND, tenant).call(work);
    }
}
