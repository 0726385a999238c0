package io.anteroom.clinic.questionnaire.link;

import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with links. */
@Component
@Transactional
public class FormLinks {

    /** How long one leads anywhere. */
    public static final Duration LASTS = Duration.ofDays(14);

    /** How many a clinic sends in a day at most. */
    public static final int MOST_A_DAY = 200;

    private static final int MOST_LISTED = 100;

    private final FormLinkRows rows;
    private final FormLinkMail mail;
    private final Authentication authentication;
    private final PublishedPortals portals;
    private final RandomTokens tokens;
    private final AuditLog audit;
    private final Clock clock;

    FormLinks(
            FormLinkRows rows,
            FormLinkMail mail,
            Authentication authentication,
            PublishedPortals portals,
            RandomTokens tokens,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.mail = mail;
        this.authentication = authentication;
        this.portals = portals;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sends one. One that was sent to the same address before for the same questionnaire ends.
     *
     * @param due the last day for the form, or null
     */
    public Sent send(QuestionnaireId questionnaire, SignInAddress email, @Nullable LocalDate due, Actor.Staff by) {
        Instant now = clock.instant();
        rows.takeTurn(now);
        if (!rows.active(questionnaire) || !portals.current().offers(Section.QUESTIONNAIRES)) {
            return new Sent.NotOffered();
        }
        if (!authentication.settings().codesTo().contains(CredentialChannel.EMAIL)) {
            return new Sent.NoCodesByEmail();
        }
        if (rows.sentSince(now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return new Sent.TooMany(MOST_A_DAY);
        }
        rows.replace(questionnaire, email, now);
        var key = new FormLinkKey(tokens.draw());
        Instant until = now.plus(LASTS);
        FormLinkId id = rows.add(questionnaire, email, key, due, now, until, by.name());
        mail.send(id, email, key, until);
        audit.record(by, entry(AuditAction.FORM_LINK_SENT, id).with("To", email.value()));
        return new Sent.OnItsWay();
    }

    /**
     * Takes one back; it leads nowhere from then on.
     *
     * @return false if there is none such of that questionnaire that is open
     */
    public boolean end(QuestionnaireId questionnaire, FormLinkId id, Actor.Staff by) {
        boolean open = rows.locked(id)
                .filter(link -> link.questionnaire().equals(questionnaire) && link.isOpen(clock.instant()))
                .isPresent();
        if (open) {
            rows.end(id, clock.instant());
            audit.record(by, entry(AuditAction.FORM_LINK_ENDED, id));
        }
        return open;
    }

    /** The last hundred that were sent of a questionnaire, the last first. */
    @Transactional(readOnly = true)
    public List<FormLink> of(QuestionnaireId questionnaire) {
        return rows.of(questionnaire, MOST_LISTED);
    }

    static AuditEntry entry(AuditAction action, FormLinkId id) {
        return AuditEntry.of(action, "questionnaire-link", id);
    }
}
