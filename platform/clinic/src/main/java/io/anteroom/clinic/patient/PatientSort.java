package io.anteroom.clinic.patient;

import io.anteroom.tenancy.EnumCode;

/** The orders in which patients can be listed. */
public enum PatientSort {
    NAME("family_key, given_key, birth_date, id"),
    NAME_DESCENDING("family_key desc, given_key desc, birth_date desc, id desc"),
    YOUNGEST("birth_date desc, id desc"),
    OLDEST("birth_date, id"),
    NEWEST("created_at desc, id desc"),
    LONGEST_HERE("created_at, id");

    private final String order;

    PatientSort(String order) {
        this.order = order;
    }

    /** The order of that code, by name for a code we don't know. */
    public static PatientSort ofCode(String code) {
        return EnumCode.find(PatientSort.class, code).orElse(NAME);
    }

    /** As in an address: {@code name-descending}. */
    public String code() {
        return EnumCode.of(this);
    }

    String sql() {
        return order;
    }
}
