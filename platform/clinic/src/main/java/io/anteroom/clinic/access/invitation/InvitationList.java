package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.MessageLog;
import io.anteroom.messaging.MessageRecord;
import io.anteroom.messaging.MessageState;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The invitations of a record as staff see them, with what became of their messages. */
@Component
public class InvitationList {

    private static final int MOST = 20;

    private final InvitationRows rows;
    private final MessageLog messages;
    private final Clock clock;

    InvitationList(InvitationRows rows, MessageLog messages, Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.clock = clock;
    }

    /** The newest first, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<SentInvitation> of(PatientId patient) {
        var now = clock.instant();
        return rows.newest(patient, MOST).stream().map(one -> shown(one, now)).toList();
    }

    private SentInvitation shown(Invitation one, Instant now) {
        if (one.usedAt() != null) {
            return shown(one, InvitationState.USED, one.usedAt(), null);
        }
        var ended = one.ended();
        if (ended != null) {
            return shown(one, ended.replaced() ? InvitationState.REPLACED : InvitationState.REVOKED, ended.at(), null);
        }
        if (!one.isOpen(now)) {
            return shown(one, InvitationState.EXPIRED, one.expiresAt(), null);
        }
        return one.openedAt() != null ? shown(one, InvitationState.OPENED, one.openedAt(), null) : delivery(one);
    }

    /** As far as the message went that carries the link; each is asked for, since few are open. */
    private SentInvitation delivery(Invitation one) {
        var sent = messages.about(InvitationMessages.about(one.id()));
        var failed = sent.stream()
                .filter(message -> message.state() == MessageState.FAILED)
                .findFirst();
        if (failed.isPresent()) {
            return shown(
                    one,
                    InvitationState.NOT_DELIVERED,
                    failed.get().stateAt(),
                    Objects.requireNonNullElse(failed.get().reason(), "No reason was given"));
        }
        return !sent.isEmpty() && sent.stream().allMatch(message -> message.state() == MessageState.SENT)
                ? shown(one, InvitationState.DELIVERED, latest(sent), null)
                : shown(one, InvitationState.SENT, one.sentAt(), null);
    }

    private static Instant latest(List<MessageRecord> sent) {
        return sent.stream()
                .map(MessageRecord::stateAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static SentInvitation shown(
            Invitation one, InvitationState state, Instant since, @Nullable String trouble) {
        var invitee = one.invitee();
        return new SentInvitation(
                one.id(),
                invitee.name(),
                invitee.terms(),
                value(invitee.email()),
                value(invitee.mobile()),
                state,
                since,
                trouble,
                one.sentAt(),
                one.sentBy().name(),
                one.expiresAt());
    }

    private static @Nullable String value(@Nullable SignInAddress address) {
        return address == null ? null : address.value();
    }
}
