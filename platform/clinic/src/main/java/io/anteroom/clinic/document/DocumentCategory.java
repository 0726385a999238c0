package io.anteroom.clinic.document;

import io.anteroom.tenancy.EnumCode;

/** Under what a document is filed on a record. Names are stored. */
public enum DocumentCategory {
    /** From another doctor or hospital. */
    LETTER("Letter or report"),
    /** That sends the patient here. */
    REFERRAL("Referral"),
    /** Of a laboratory or an examination. */
    RESULT("Result"),
    /** Of the body, of a wound, of an X-ray. */
    PICTURE("Picture"),
    /** What is or was taken. */
    MEDICATION("Medication list"),
    /** What was signed. */
    CONSENT("Consent or form"),
    /** Who pays. */
    INSURANCE("Insurance"),
    /** Who somebody is, or acts for. */
    IDENTITY("Proof of identity or authority"),
    /** Anything else. */
    OTHER("Other");

    private final String words;

    DocumentCategory(String words) {
        this.words = words;
    }

    /** What staff call it. */
    public String words() {
        return words;
    }

    /** As it is stored and sent by a form. */
    public String code() {
        return EnumCode.of(this);
    }
}
