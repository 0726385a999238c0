package io.anteroom.clinic.audit;

import io.anteroom.language.Words;
import io.anteroom.tenancy.EnumCode;

/**
 * Every kind of act that leaves a trace, with the words that follow the actor's name in the log. An action's name is
 * stored: a constant may be added, its words changed, but it is never renamed or removed.
 */
public enum AuditAction {
    PATIENT_CREATED("added the patient"),
    PATIENT_CHANGED("changed the patient's details"),
    RECORD_OPENED("opened the record"),
    PROFILE_CHANGE_ASKED("asked for the contact details to be changed"),
    PROFILE_CHANGE_TAKEN_BACK("took back a wish to have the contact details changed"),
    PROFILE_CHANGE_ANSWERED("answered a wish to have the contact details changed"),
    RECORD_EXPORT_ASKED("asked for a copy of everything in the record"),
    RECORD_EXPORT_FETCHED("fetched a copy of everything in the record"),
    PREFERENCES_CHANGED("changed how the patient is reached"),
    PATIENTS_IMPORTED("imported patients from a file"),
    PATIENT_MERGED("merged the record into another"),
    PATIENT_TOOK_IN("merged another record into this one"),

    CREDENTIAL_SET("set a sign-in address"),
    CREDENTIAL_REMOVED("removed a sign-in address"),
    CREDENTIAL_VERIFIED("verified a sign-in address with a code"),
    ACCESS_GRANTED("gave access to the record"),
    ACCESS_ENDED("ended access to the record"),

    INVITATION_SENT("sent an invitation to the portal"),
    INVITATION_REVOKED("revoked an invitation to the portal"),
    INVITATION_OPENED("opened an invitation to the portal"),
    INVITATION_ACCEPTED("accepted an invitation to the portal"),
    INVITATION_REFUSED("was refused with an invitation to the portal"),

    PASSWORD_SET("set a password for the portal"),
    PASSWORD_REMOVED("removed the password for the portal"),

    PORTAL_SIGNED_IN("signed in to the portal"),
    PORTAL_SIGNED_OUT("signed out of the portal"),
    PORTAL_SESSION_ENDED("ended a portal session"),

    SIGN_IN_CODE_SENT_AGAIN("had a sign-in code sent again"),
    SIGN_IN_UNLOCKED("unlocked a sign-in address after wrong tries"),

    RECORDS_UNLOCKED("opened clinical records"),
    RECORDS_LOCKED("locked clinical records"),

    PASSKEY_ADDED("added a passkey"),
    PASSKEY_REMOVED("removed a passkey"),
    PASSKEY_REFUSED("refused a passkey that may have been copied"),
    PASSKEY_WRONG("refused what a passkey had not signed, or not for this portal"),
    RECOVERY_CODES_MADE("made recovery codes to print"),
    RECOVERY_CODES_REMOVED("removed the recovery codes"),
    RECOVERY_CODE_USED("entered a printed recovery code to sign in"),

    PORTAL_ACTS_FOR("chose to act for the patient"),
    PORTAL_PREVIEWED("looked at the portal as somebody who sees the record there would"),
    ACCESS_CHANGE_FORETOLD("told of a change of access that comes with age"),

    PATIENT_LINK_MADE("made a link into the portal"),
    PATIENT_LINK_SENT("sent a link into the portal"),
    PATIENT_LINK_REVOKED("took back a link into the portal"),
    PATIENT_LINK_USED("used a link into the portal"),
    PATIENT_LINK_REFUSED("was refused with a link into the portal"),
    ACCOUNT_REGISTERED("opened an account of limited access"),
    REGISTRATION_JOINED("joined an account to the record"),
    REGISTRATION_STOPPED("proved an unverified sign-in address when opening an account, and was not let in"),
    REGISTRATION_REFUSED("refused to join an account to a record"),

    AUTHENTICATION_CHANGED("changed the settings of patient authentication"),
    ACCOUNT_MODEL_CHANGED("changed the account model"),

    CREDENTIALS_EXPORTED("downloaded the list of sign-in addresses"),
    CREDENTIALS_BACKFILLED("set sign-in addresses from the patients' contact details"),
    CREDENTIALS_BACKFILL_UNDONE("took back sign-in addresses set from contact details"),

    LOCATION_ADDED("added a location"),
    LOCATION_CHANGED("changed a location"),
    LOCATION_ENDED("closed a location"),
    PRACTITIONER_ADDED("added a practitioner"),
    PRACTITIONER_CHANGED("changed a practitioner"),
    PRACTITIONER_ENDED("took a practitioner out of the calendar"),
    SERVICE_ADDED("added a service"),
    SERVICE_CHANGED("changed a service"),
    SERVICE_ENDED("ended a service"),
    WORKING_HOURS_CHANGED("changed a practitioner's hours"),
    HOLIDAYS_CHANGED("changed the holidays"),
    BOOKING_SETTINGS_CHANGED("changed the rules of booking"),

    APPOINTMENT_BOOKED("booked the appointment"),
    APPOINTMENT_MOVED("moved the appointment"),
    APPOINTMENT_CANCELLED("cancelled the appointment"),
    APPOINTMENT_CANCELLATION_UNDONE("took back the cancellation of the appointment"),
    APPOINTMENT_CONFIRMED("confirmed the appointment"),
    APPOINTMENT_ARRIVED("checked the patient in"),
    APPOINTMENT_COMPLETED("completed the appointment"),
    APPOINTMENT_MISSED("noted that the patient did not come"),
    APPOINTMENT_STATE_UNDONE("took back the appointment's state"),
    APPOINTMENT_MATCHED("put the appointment on the record"),
    APPOINTMENT_AWAITS_DEPOSIT("chose a time that waits for its deposit"),
    APPOINTMENT_WITHOUT_DEPOSIT("freed the time of an appointment whose deposit was not paid"),
    DEPOSIT_PAID("recorded the deposit of an appointment"),
    DEPOSIT_RETURN_ASKED("had the deposit of an appointment given back"),
    DEPOSIT_RETURNED("recorded that the deposit of an appointment was given back"),
    CALENDAR_FEED_MADE("made an address for a calendar"),
    CALENDAR_FEED_REMOVED("removed the address for a calendar"),
    WAITLIST_JOINED("went on the waitlist"),
    WAITLIST_CHANGED("changed what was waited for"),
    WAITLIST_LEFT("left the waitlist"),
    WAITLIST_REMOVED("took somebody off the waitlist"),
    WAITLIST_ENDED("took somebody off the waitlist who has booked"),
    WAITLIST_OFFERED("offered a time that came free"),
    WAITLIST_OFFER_DECLINED("declined a time that came free"),

    FORM_ASSIGNED("gave the patient a form to fill in"),
    FORM_WITHDRAWN("took back a form"),
    FORM_COMPLETED("handed in a form"),
    FORM_READ("read a form that was handed in"),
    FORM_MATCHED("put a form on the record"),
    FORM_LINK_SENT("sent a link to a form"),
    FORM_LINK_ENDED("took back a link to a form"),
    FORM_LINK_USED("used a link to a form"),
    FORM_BEGUN("began a form that a service asks before it is booked"),
    FORM_CAME_WITH_BOOKING("booked an appointment that brings a form to fill in"),
    FORM_WENT_WITH_BOOKING("cancelled an appointment, and its form with it"),
    FORM_BACK_WITH_BOOKING("took back a cancellation, and the form came back with it"),

    TIME_BLOCKED("blocked time"),
    TIME_UNBLOCKED("freed blocked time"),
    APPOINTMENTS_EXPORTED("downloaded a list of appointments"),

    ENTRY_WRITTEN("wrote an entry of the clinical record"),
    ENTRY_CHANGED("changed an entry of the clinical record before sharing it"),
    ENTRY_DISCARDED("discarded an entry of the clinical record before sharing it"),
    ENTRY_SHARED("shared an entry of the clinical record"),
    ENTRY_RELEASED("released an entry of the clinical record"),
    ENTRY_CORRECTED("corrected an entry of the clinical record"),
    ENTRY_WITHDRAWN("withdrew an entry of the clinical record"),
    ENTRY_READ("read an entry of the clinical record"),
    ENTRIES_LOOKED_THROUGH("looked through the clinical record"),
    PLAN_PROGRESS_NOTED("noted the progress of a treatment plan"),
    CLINICIAN_FIRST_CHOSEN("chose when to see new entries of clinical records"),
    RELEASE_RULES_CHANGED("changed when patients see clinical records"),

    DOCUMENT_SENT("sent a document"),
    DOCUMENT_TAKEN_BACK("took back a document"),
    DOCUMENT_OPENED("opened a document"),
    DOCUMENT_FILED("filed a document on the record"),
    DOCUMENT_REFUSED("refused a document"),
    DOCUMENT_MATCHED("put a document on the record"),

    QUESTIONNAIRE_ADDED("began a questionnaire"),
    QUESTIONNAIRE_IMPORTED("took in a questionnaire from a file"),
    QUESTIONNAIRE_CHANGED("began a new version of a questionnaire"),
    QUESTIONNAIRE_DISCARDED("discarded the draft of a questionnaire"),
    QUESTIONNAIRE_PUBLISHED("published a questionnaire"),
    QUESTIONNAIRE_RETIRED("retired a questionnaire"),
    QUESTIONNAIRE_RETURNED("took up a retired questionnaire again"),

    QUESTIONNAIRE_GIVEN_TO_MANY("gave a questionnaire to many patients"),

    ANSWERS_OPENED("opened what the patient answered"),
    ANSWERS_DOWNLOADED("downloaded what the patient answered"),
    ANSWERS_REVIEWED("marked the patient's answers as reviewed"),
    ANSWERS_PUT_BACK("put the patient's answers back among those to review"),

    INVOICE_CREATED("created the invoice"),
    INVOICE_CHANGED("changed the invoice"),
    INVOICE_DISCARDED("discarded the draft invoice"),
    INVOICE_SENT("sent the invoice"),
    INVOICE_VOIDED("voided the invoice"),
    INVOICE_CREDITED("credited the invoice"),
    INVOICES_SENT_TOGETHER("sent invoices together"),
    BOOKS_EXPORTED("exported invoices for the books"),
    PAYMENT_STARTED("started a payment"),
    PAYMENT_RECEIVED("recorded a payment"),
    REFUND_ASKED("had money given back"),
    PAYMENT_REFUNDED("recorded money given back"),
    REFUND_RETURNED("recorded that money given back did not arrive"),
    REFUND_SETTLED("noted that money given back, which did not arrive, was settled another way"),
    MONEY_COMPARED("had the money compared with Stripe"),
    DIFFERENCE_SET_ASIDE("set aside a difference from Stripe"),
    DIFFERENCE_BROUGHT_BACK("took up again a difference from Stripe"),
    PAYMENT_FAILED("recorded a payment that failed"),
    RECEIPT_SENT("sent a receipt"),
    CARD_SETUP_STARTED("began to save a card"),
    CARD_REMOVED("removed a saved card"),
    CARD_CONSENT_GIVEN("gave permission to charge a saved card"),
    CARD_CONSENT_WITHDRAWN("withdrew the permission to charge a saved card"),
    CARD_CHARGE_STARTED("charged the card on file"),
    PLAN_OFFERED("offered instalments"),
    PLAN_ACCEPTED("accepted instalments"),
    PLAN_STOPPED("stopped instalments"),
    PLAN_PAUSED("paused instalments"),
    PLAN_ENDED("ended instalments"),
    PLAN_CHARGE_STARTED("charged an instalment"),
    PLAN_CHARGE_REFUSED("could not charge an instalment"),

    PRICE_ADDED("added to the price list"),
    PRICE_CHANGED("changed a price"),
    PRICE_RETIRED("retired a price"),
    PRICE_BROUGHT_BACK("took a price into use again"),

    PORTAL_SWITCHED_ON("switched the portal on"),
    PORTAL_SWITCHED_OFF("switched the portal off"),
    PROFILE_SETTINGS_CHANGED("changed what patients do with their contact details"),
    PORTAL_SETTINGS_CHANGED("changed the portal's settings"),
    BRANDING_PUBLISHED("published the portal's branding"),
    PAYMENTS_SETUP_STARTED("started the setup of card payments"),
    PAYMENTS_SETUP_CHANGED("changed the state of card payments"),

    STAFF_SIGNED_IN("signed in"),
    STAFF_CHANGED("changed a staff member's roles");

    private final String words;

    AuditAction(String words) {
        this.words = words;
    }

    /** What the log says after the actor's name, as in 'Ada Lovelace added the patient'. */
    public String words() {
        return words;
    }

    /** The same for a patient who looks at what was done with a record, in their language. */
    public String said() {
        return said(Words.current());
    }

    /** The same in the language of those words. */
    public String said(Words in) {
        return in.say(words);
    }

    /** As stored and as in an address: {@code patient-created}. */
    public String code() {
        return EnumCode.of(this);
    }
}
