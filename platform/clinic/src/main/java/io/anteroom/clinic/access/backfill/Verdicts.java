package io.anteroom.clinic.access.backfill;

/**
 * Why an address or a number {@code l} is not set, as SQL. They are asked in this order, first when all lines are there
 * and once more when it is set, since much may happen between.
 */
final class Verdicts {

    private static final String OWN_ACCOUNT = """
            select from __tenant__.access_grant g
              join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
            """;

    private static final String OF_THE_PATIENT =
            " where g.patient_id = l.patient_id and g.relationship = 'self' and g.ended_at is null";

    /**
     * Behind each question, so that it is asked for each line by an index: without, PostgreSQL may gather the answers of the
     * whole clinic for the few lines at hand.
     */
    private static final String EACH = " offset 0) ";

    /** The patient's own account has a credential of that kind. */
    static final String HAS_ONE = " when exists (" + OWN_ACCOUNT
            + " join __tenant__.credential c on c.account_id = a.id and c.channel = l.channel" + OF_THE_PATIENT
            + EACH + "then 'has-one' ";

    /** Somebody's account has it. A closed one keeps nothing from others. */
    static final String TAKEN = " when exists (select from __tenant__.credential c"
            + " join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null"
            + " where c.channel = l.channel and c.value = l.value" + EACH + "then 'taken' ";

    /**
     * The patient has, or had, access that was not taken back by a backfill, and has nothing to sign in with. Somebody
     * decided that, and contact details are no reason to decide otherwise.
     */
    static final String REMOVED = " when exists (select from __tenant__.access_grant g"
            + " where g.patient_id = l.patient_id and g.relationship = 'self'"
            + " and coalesce(g.ended_because, '') not in ('undone', 'replaced', 'merged')" + EACH
            + " and not exists (" + OWN_ACCOUNT + " join __tenant__.credential c on c.account_id = a.id"
            + OF_THE_PATIENT
            + EACH + "then 'removed' ";

    /** A record is open to one account at most, and this one is open to somebody else's. */
    static final String OPEN_TO_ANOTHER = " when s.one_account_per_record and not exists (" + OWN_ACCOUNT
            + OF_THE_PATIENT + EACH + """
             and exists (select from __tenant__.access_grant g where g.patient_id = l.patient_id and g.ended_at is null
                            and (g.expires_at is null or g.expires_at > :now)
                            and (g.ends_by_age is null or g.ends_by_age > :now)
            """ + EACH + "then 'open-to-another' ";

    private Verdicts() {}
}
