package io.anteroom.tenancy.work;

/** Does one kind of the platform's own work, bound to no tenant; otherwise as {@link WorkHandler}. */
public interface PlatformWorkHandler {

    /** The kind, unique among handlers: lower-case letters, digits and hyphens. */
    String kind();

    /**
     * Does the work.
     *
     * @param ref what {@link PlatformWorkQueue#add} was given
     * @throws Exception to be called again later, after a pause that grows; after twenty failures the work is set aside
     */
    void handle(String ref) throws Exception;
}
