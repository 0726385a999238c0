package io.anteroom.tenancy;

/** Thrown when code asks for the current tenant, or for a connection to its data, and none is bound. */
public class NoTenantException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public NoTenantException() {
        super("No tenant is bound to this work");
    }
}
