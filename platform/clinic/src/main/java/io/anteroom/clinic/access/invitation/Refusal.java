package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.credential.Configured;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why something can't be as staff want it. All of it is said before anything is sent or changed. */
public sealed interface Refusal {

    /** The credentials can't be so. */
    record OfCredentials(Configured.Reason reason) implements Refusal {}

    /** It isn't an email address, or isn't a mobile number. */
    record Unreadable(CredentialChannel channel) implements Refusal {}

    /** It is to be sent that way, and there is no address for it. */
    record Missing(CredentialChannel channel) implements Refusal {}

    /** Somebody else is named, and neither way in which it could be sent is chosen. */
    record NoWay() implements Refusal {}

    /** The clinic sends codes by the other way alone, and there is no address for that. */
    record NoCodesTo(CredentialChannel missing) implements Refusal {}

    /** Somebody else's name is missing or too long. */
    record Nameless() implements Refusal {}

    /** What the person is to the patient is missing. */
    record Unrelated() implements Refusal {}

    /** No part of the record is to be opened. */
    record OpensNothing() implements Refusal {}

    /** The last day of access isn't one to come. */
    record Over() implements Refusal {}

    /** The patient is past the age at which a parent's access ends by the clinic's rule, since that day. */
    record PastAge(LocalDate since) implements Refusal {}

    /** The patient signs in with that address. */
    record ThePatients(CredentialChannel channel) implements Refusal {}

    /** The patient signs in with another address of that kind. */
    record NotThePatients(CredentialChannel channel) implements Refusal {}

    /**
     * Somebody signs in with that address, and the account model lets the account open no other record.
     *
     * @param holder whose record it opens, or null where it opens none
     */
    record Taken(CredentialChannel channel, @Nullable Holder holder) implements Refusal {}

    /** Somebody's account was given that address, and nobody has proved yet to have it. */
    record Unverified(CredentialChannel channel, @Nullable Holder holder) implements Refusal {}

    /** The clinic lets a record be open to one account, and this one is open to that person's. */
    record OpenToAnother(String who) implements Refusal {}

    /** The portal is switched off, so that nobody could come in. */
    record PortalOff() implements Refusal {}

    /** Nothing is different from what is there, and no invitation is to be sent. */
    record NothingToDo() implements Refusal {}
}
