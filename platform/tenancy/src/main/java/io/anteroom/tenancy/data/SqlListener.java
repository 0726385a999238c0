package io.anteroom.tenancy.data;

/** A bean that is told of each statement sent to PostgreSQL for a tenant, as it was written, with the marker in it. */
@FunctionalInterface
public interface SqlListener {

    /** Called after the statement ran; once for a batch. */
    void executed(String sql);
}
