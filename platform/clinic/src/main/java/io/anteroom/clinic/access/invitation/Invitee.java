package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.GrantTerms;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited, and to what.
 *
 * @param name the name of somebody other than the patient, or null for the patient
 * @param terms what accepting opens
 * @param email where the email goes, or null for none
 * @param mobile where the text message goes, or null for none
 * @param byEmail whether an email is sent
 * @param bySms whether a text message is sent
 * @param provedBy where the code goes that proves who accepts
 */
record Invitee(
        @Nullable String name,
        GrantTerms terms,
        @Nullable SignInAddress email,
        @Nullable SignInAddress mobile,
        boolean byEmail,
        boolean bySms,
        CredentialChannel provedBy) {

    /** The address that has to be proved. */
    SignInAddress address() {
        return Objects.requireNonNull(provedBy == CredentialChannel.EMAIL ? email : mobile);
    }

    /** The other address, if there is one. */
    Optional<SignInAddress> secondAddress() {
        return Optional.ofNullable(provedBy == CredentialChannel.EMAIL ? mobile : email);
    }

    boolean isThePatient() {
        return name == null;
    }

    Stream<SignInAddress> addresses() {
        return Stream.of(Optional.ofNullable(email), Optional.ofNullable(mobile))
                .flatMap(Optional::stream);
    }

    /** Names nobody, since logs are no place for one. */
    @Override
    public String toString() {
        return "Invitee[" + terms.relationship() + "]";
    }
}
