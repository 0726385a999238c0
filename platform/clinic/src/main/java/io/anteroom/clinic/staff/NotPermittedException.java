package io.anteroom.clinic.staff;

/** A member of staff asked for what their roles don't allow. */
public final class NotPermittedException extends RuntimeException {

    private final Permission permission;

    NotPermittedException(Permission permission) {
        super("Not permitted: " + permission);
        this.permission = permission;
    }

    /** What was asked for. */
    public Permission permission() {
        return permission;
    }
}
