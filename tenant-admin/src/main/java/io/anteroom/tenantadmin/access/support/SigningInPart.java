package io.anteroom.tenantadmin.access.support;

import gg.jte.Content;
import io.anteroom.clinic.access.AccessOverview;
import io.anteroom.clinic.access.support.Finding;
import io.anteroom.clinic.access.support.SignInSupport;
import io.anteroom.clinic.access.support.Situation;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.AccessPart;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.access.Words;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is wrong with signing in now, for each person who may see the record, and what happened. */
@Component
@Order
class SigningInPart implements AccessPart {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final SignInSupport support;
    private final AccessOverview overview;

    SigningInPart(SignInSupport support, AccessOverview overview) {
        this.support = support;
        this.overview = overview;
    }

    @Override
    public Content of(Patient patient, StaffMember staff) {
        var url = PatientRecord.url(patient.id().value());
        var helps = once(support.of(patient.id())).stream()
                .map(situation -> Help.of(url, patient.calledName(), situation))
                .toList();
        var timeline = overview.timeline(patient.id()).stream()
                .map(entry -> new TimelineRow(Words.moment(entry.at()), Happened.words(entry)))
                .toList();
        return TEMPLATES.accessSigningIn(url, helps, timeline);
    }

    /** What holds for everybody is said once. */
    private static List<Situation> once(List<Situation> all) {
        return all.stream().map(Situation::finding).anyMatch(Finding.PortalOff.class::isInstance)
                ? all.subList(0, 1)
                : all;
    }
}
