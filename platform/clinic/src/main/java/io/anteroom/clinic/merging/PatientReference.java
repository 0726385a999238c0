package io.anteroom.clinic.merging;

import java.util.List;

/**
 * Every column that says whose record something is about, and what becomes of it when two records become one. A test
 * compares this with the database, so that no table is forgotten.
 *
 * @param table the table
 * @param column its column
 * @param rule what becomes of it
 */
record PatientReference(String table, String column, Rule rule) {

    static final List<PatientReference> ALL = List.of(
            new PatientReference("invoice", "patient_id", Rule.MOVES),
            // by MergeRules: what is in force ends and is given anew; what has ended says who could look at that record
            new PatientReference("access_grant", "patient_id", Rule.BY_RULE),
            // open ones are revoked; the others say what was sent for that record
            new PatientReference("invitation", "patient_id", Rule.BY_RULE),
            // the one that works is revoked
            new PatientReference("patient_link", "patient_id", Rule.BY_RULE),
            new PatientReference("registration", "patient_id", Rule.MOVES),
            new PatientReference("appointment", "patient_id", Rule.MOVES),
            new PatientReference("waitlist_entry", "patient_id", Rule.MOVES),
            new PatientReference("record_entry", "patient_id", Rule.MOVES),
            // what came with the record that goes is new to whoever looks through the one that stays
            new PatientReference("record_visit", "patient_id", Rule.STAYS),
            new PatientReference("questionnaire_assignment", "patient_id", Rule.MOVES),
            new PatientReference("document", "patient_id", Rule.MOVES),
            new PatientReference("profile_change", "patient_id", Rule.MOVES),
            // a copy of what was on that record, which goes by itself
            new PatientReference("patient_export", "patient_id", Rule.STAYS),
            // over as soon as its record doesn't stand, and gone a day later
            new PatientReference("portal_preview", "patient_id", Rule.STAYS),
            // taken by the record that stays where it has none of its own
            new PatientReference("patient_preferences", "patient_id", Rule.BY_RULE),
            // sessions that go on choose anew
            new PatientReference("portal_session", "acting_for", Rule.BY_RULE),
            // whatever went into the record that goes is led on
            new PatientReference("patient", "merged_into", Rule.BY_RULE),
            new PatientReference("audit_entry", "patient_id", Rule.STAYS),
            new PatientReference("age_notice", "patient_id", Rule.STAYS),
            new PatientReference("credential_backfill_line", "patient_id", Rule.STAYS));

    /** What becomes of it. */
    enum Rule {
        /** It is the record's that stays from then on. */
        MOVES,
        /** It is history, and stays true where it is. */
        STAYS,
        /** It has a rule of its own. */
        BY_RULE
    }
}
