package io.anteroom.tenantadmin.access.support;

import gg.jte.Content;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.invitation.InvitationList;
import io.anteroom.clinic.access.invitation.SentInvitation;
import io.anteroom.clinic.access.support.Finding;
import io.anteroom.clinic.access.support.SignInSupport;
import io.anteroom.clinic.access.support.Situation;
import io.anteroom.clinic.access.support.Timeline;
import io.anteroom.clinic.access.support.TimelineEntry;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.AccessPart;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.access.Words;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is wrong with signing in now, for each person who may see the record, and what happened. */
@Component
@Order
class SigningInPart implements AccessPart {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final SignInSupport support;
    private final Timeline timeline;
    private final InvitationList invitations;

    SigningInPart(SignInSupport support, Timeline timeline, InvitationList invitations) {
        this.support = support;
        this.timeline = timeline;
        this.invitations = invitations;
    }

    @Override
    public Content of(Patient patient, StaffMember staff) {
        var url = PatientRecord.url(patient.id().value());
        var all = support.of(patient.id());
        var situations = once(all);
        var helps = Stream.concat(
                        situations.stream().map(situation -> Help.of(url, patient.calledName(), situation)),
                        notInYet(invitations.of(patient.id()), situations).stream()
                                .map(invitation -> Help.of(url, patient.calledName(), invitation)))
                .toList();
        return TEMPLATES.accessSigningIn(url, helps, rows(patient, all));
    }

    /** What happened to the patient and to everybody else who may see the record, the newest first. */
    private List<TimelineRow> rows(Patient patient, List<Situation> situations) {
        var own = timeline.of(patient.id()).stream().map(entry -> new Entry("", entry));
        var others = situations.stream()
                .filter(situation -> situation.relationship() != Relationship.SELF)
                .flatMap(situation -> timeline.of(situation.account()).stream()
                        .map(entry -> new Entry(Words.somebody(situation.name(), situation.relationship()), entry)));
        return Stream.concat(own, others)
                .sorted(Comparator.comparing((Entry one) -> one.entry().at()).reversed())
                .limit(Timeline.LENGTH)
                .map(one -> new TimelineRow(Words.moment(one.entry().at()), one.who(), Happened.words(one.entry())))
                .toList();
    }

    private record Entry(String who, TimelineEntry entry) {}

    /** The newest invitation of each person, where it still leads or led to nothing, and the person has no other way in. */
    private static List<SentInvitation> notInYet(List<SentInvitation> all, List<Situation> situations) {
        var newest = new LinkedHashMap<String, SentInvitation>();
        all.forEach(invitation -> newest.putIfAbsent(Objects.requireNonNullElse(invitation.person(), ""), invitation));
        return newest.values().stream()
                .filter(SentInvitation::isResendable)
                .filter(invitation -> situations.stream().noneMatch(situation -> isOf(situation, invitation)))
                .toList();
    }

    private static boolean isOf(Situation situation, SentInvitation invitation) {
        return invitation.person() == null
                ? situation.relationship() == Relationship.SELF && !(situation.finding() instanceof Finding.NothingSet)
                : invitation.person().equals(situation.name());
    }

    /** What holds for everybody is said once. */
    private static List<Situation> once(List<Situation> all) {
        return all.stream().map(Situation::finding).anyMatch(Finding.PortalOff.class::isInstance)
                ? all.subList(0, 1)
                : all;
    }
}
