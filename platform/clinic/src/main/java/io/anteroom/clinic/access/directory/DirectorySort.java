package io.anteroom.clinic.access.directory;

import io.anteroom.tenancy.EnumCode;

/** The orders in which accounts can be listed. Each is one of an index. */
public enum DirectorySort {
    NAME("listed_as, id"),
    NAME_DESCENDING("listed_as desc, id desc"),
    /** Who signed in last comes first, who never did last. */
    SIGNED_IN_LATELY("last_signed_in_at desc nulls last, id desc"),
    SIGNED_IN_LONG_AGO("last_signed_in_at nulls first, id"),
    NEWEST("id desc"),
    OLDEST("id");

    private final String order;

    DirectorySort(String order) {
        this.order = order;
    }

    /** The order of that code, by name for a code we don't know. */
    public static DirectorySort ofCode(String code) {
        return EnumCode.find(DirectorySort.class, code).orElse(NAME);
    }

    /** As in an address: {@code name-descending}. */
    public String code() {
        return EnumCode.of(this);
    }

    String sql() {
        return order;
    }
}
