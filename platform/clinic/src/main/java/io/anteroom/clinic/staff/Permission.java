package io.anteroom.clinic.staff;

/** What a page or an act asks of the member of staff who wants it. */
public enum Permission {
    /** Find patients and read their details. */
    SEE_PATIENTS,
    /** Add patients and change their details. */
    EDIT_PATIENTS,
    /** Take patients in from a file. */
    IMPORT_PATIENTS,
    /** Make two records of one person one, for good: details, access and invoices at once. */
    MERGE_PATIENTS,
    /** See and change who can sign in to a record. */
    MANAGE_ACCESS,
    /** See the calendar, book, move and cancel appointments, and block time. */
    MANAGE_APPOINTMENTS,
    /** Read what patients sent, file it on their records or refuse it. */
    REVIEW_DOCUMENTS,
    /** Write questionnaires, publish them and have them given to patients with bookings or in bulk. */
    MANAGE_QUESTIONNAIRES,
    /** Give patients questionnaires, and read what they answered. */
    SEE_ANSWERS,
    /** Read invoices and payments. */
    SEE_INVOICES,
    /** Make, change, send and void invoices. */
    EDIT_INVOICES,
    /** Give back what patients paid. */
    GIVE_BACK_MONEY,
    /** Charge a card that a payer keeps on file, by their standing consent, while they are away. */
    CHARGE_CARD,
    /** See payments, payouts, disputes and the ledger, and settle what differs from Stripe. */
    CHECK_MONEY,
    /** Keep the price list that invoices are written from. */
    MANAGE_PRICES,
    /** Take invoices, payments and credit notes out of Anteroom as files for the books. */
    EXPORT_BOOKS,
    /** Read clinical records, drafts included. */
    SEE_RECORDS,
    /** Write, share, release, correct and withdraw what is in clinical records. */
    EDIT_RECORDS,
    /** Change the portal's settings and branding. */
    CHANGE_SETTINGS,
    /** Set up card payments: where the money goes. */
    SET_UP_PAYMENTS,
    /** Read who did what. */
    READ_AUDIT,
    /** Open the organisation at all; every role has it. */
    ENTER
}
