package io.anteroom.clinic.access.grant;

/** When a patient reaches an age, in SQL. */
public final class ByAge {

    private ByAge() {}

    /**
     * The moment at which the patient {@code p} turns that many years: the beginning of the day, in the clinic's
     * {@code :zone}. Null where there is no such age.
     *
     * @param years the column or parameter with the age
     */
    public static String sql(String years) {
        return "(p.birth_date + make_interval(years => " + years + "))::timestamp at time zone :zone";
    }
}
