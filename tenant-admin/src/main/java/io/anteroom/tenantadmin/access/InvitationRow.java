package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.invitation.InvitationState;
import io.anteroom.clinic.access.invitation.SentInvitation;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Badge;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the tab shows it.
 *
 * @param to who is invited
 * @param where the addresses
 * @param sent when and by whom
 * @param note what to know about its state, or null
 * @param resendUrl where to send it anew, or null where that makes no sense
 * @param revokeUrl where to take it back, or null where there is nothing to take back
 */
public record InvitationRow(
        String to,
        String where,
        Badge state,
        String sent,
        @Nullable String note,
        @Nullable String resendUrl,
        @Nullable String revokeUrl) {

    static InvitationRow of(String url, SentInvitation invitation) {
        var own = url + "/invitations/" + invitation.id();
        return new InvitationRow(
                invitation.person() == null
                        ? "The patient"
                        : invitation.person() + ", "
                                + Words.what(invitation.terms().relationship()) + ", "
                                + Words.amount(invitation.terms().level()) + " access",
                where(invitation),
                badge(invitation.state()),
                Words.moment(invitation.sentAt()) + ", by " + invitation.sentBy(),
                note(invitation),
                invitation.isResendable() ? own + "/resend" : null,
                invitation.isOpen() ? own + "/revocation" : null);
    }

    private static String where(SentInvitation invitation) {
        var mobile = Optional.ofNullable(invitation.mobile())
                .map(number ->
                        new MobileNumber(number).format(CurrentTenant.get().country()));
        return Stream.of(Optional.ofNullable(invitation.email()), mobile)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Badge badge(InvitationState state) {
        return switch (state) {
            case SENT -> Badge.notice("Sent");
            case DELIVERED -> Badge.notice("Delivered");
            case NOT_DELIVERED -> Badge.bad("Not delivered");
            case OPENED -> Badge.notice("Opened");
            case USED -> Badge.good("Used");
            case EXPIRED -> Badge.warning("Expired");
            case REVOKED -> Badge.quiet("Revoked");
            case REPLACED -> Badge.quiet("Replaced");
        };
    }

    private static String note(SentInvitation invitation) {
        var since = Words.moment(invitation.since());
        return switch (invitation.state()) {
            case SENT -> "Good until " + Words.moment(invitation.expiresAt());
            case DELIVERED, OPENED -> since + ", good until " + Words.moment(invitation.expiresAt());
            case NOT_DELIVERED -> Objects.requireNonNullElse(invitation.trouble(), since);
            case REPLACED -> since + ", by a newer one";
            case USED, EXPIRED, REVOKED -> since;
        };
    }
}
