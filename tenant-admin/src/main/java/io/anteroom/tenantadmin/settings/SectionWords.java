package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.settings.Section;

/** What a section of the portal is called, and what patients find in it. */
public final class SectionWords {

    private SectionWords() {}

    /** Its name on the menu. */
    public static String label(Section section) {
        return switch (section) {
            case APPOINTMENTS -> "Appointments";
            case CLINICAL_RECORDS -> "Clinical records";
            case INVOICES -> "Invoices";
            case PAYMENT_METHODS -> "Payment methods";
            case QUESTIONNAIRES -> "Questionnaires";
            case DOCUMENTS -> "Documents";
            case PROFILE -> "Profile";
        };
    }

    /** What is in it, a sentence. */
    public static String hint(Section section) {
        return switch (section) {
            case APPOINTMENTS -> "Patients see their appointments, book, move and cancel them";
            case CLINICAL_RECORDS ->
                "Patients read treatment plans, results, letters, notes, medications and allergies, once they have proved anew who they are";
            case INVOICES -> "Patients see what they owe, pay by card and get receipts";
            case PAYMENT_METHODS ->
                "Patients save cards, pay with them and let you charge one; while it is off, no card on file is charged";
            case QUESTIONNAIRES -> "Patients fill in forms";
            case DOCUMENTS -> "Patients send documents and see what became of them";
            case PROFILE -> "Patients keep their contact details up to date";
        };
    }
}
