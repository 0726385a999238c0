package io.anteroom.tenancy.work;

/**
 * Does one kind of work for a tenant. Implemented as a bean, called by the worker inside
 * {@link io.anteroom.tenancy.CurrentTenant} and outside any transaction.
 *
 * <p>It must bear to be called again for what it has done already: a worker that dies between the act and the note of it
 * leaves the pointer, and another takes it up.
 */
public interface WorkHandler {

    /** The kind, unique among handlers: lower-case letters, digits and hyphens. */
    String kind();

    /**
     * Does the work.
     *
     * @param ref what {@link WorkQueue#add} was given
     * @throws Exception to be called again later, after a pause that grows; after twenty failures the work is set aside
     */
    void handle(String ref) throws Exception;
}
