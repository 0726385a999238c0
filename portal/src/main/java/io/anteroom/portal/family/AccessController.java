package io.anteroom.portal.family;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.family.WhoHasAccess;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.frame.PortalPages;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who may see a record, and ending it. The forms name the patient they were shown for, whoever is acted for by then. */
@Controller
@OnHost(Host.PORTAL)
class AccessController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final WhoHasAccess access;
    private final PortalPages pages;

    AccessController(WhoHasAccess access, PortalPages pages) {
        this.access = access;
        this.pages = pages;
    }

    /** Whose access has ended meanwhile is told so at home. */
    @GetMapping("/access")
    Reply list(VisibleChart chart) {
        return chart.actingFor().map(patient -> list(patient, chart)).orElseGet(() -> Reply.redirect("/"));
    }

    private Reply list(VisiblePatient patient, VisibleChart chart) {
        var people = access.to(patient.id(), chart).stream()
                .map(held -> PersonRow.of(held, patient.id()))
                .toList();
        return Reply.page(TEMPLATES.familyAccess(
                pages.page(say("Who has access")), patient, AccessWords.heading(patient), people));
    }

    @OfAnyPatient
    @PostMapping("/access/{patient}/people/{grant}/end")
    Reply end(@PathVariable long patient, @PathVariable long grant, VisibleChart chart) {
        var back = Reply.redirect("/access");
        return switch (access.end(new PatientId(patient), new GrantId(grant), chart)) {
            case ENDED -> back.done(say("That access has ended, and with it whatever was open"));
            case CHANGED ->
                back.refused(say("The clinic has changed that access meanwhile. This is how it stands now"));
            case NOT_THERE -> throw new NoSuchPageException();
        };
    }

    /** Who comes back after giving it up is led home, as is who sees no such record. */
    @OfAnyPatient
    @GetMapping("/access/{patient}/giving-up")
    Reply ask(@PathVariable long patient, VisibleChart chart) {
        return chart.patient(new PatientId(patient))
                .map(AccessController::other)
                .map(other -> giveUp(other, patient))
                .orElseGet(() -> Reply.redirect("/"));
    }

    private Reply giveUp(VisiblePatient other, long patient) {
        return Reply.page(TEMPLATES.familyGivingUp(
                pages.page(say("Give up access")),
                Confirmation.of(
                        say("Give up your access to the record of {patient}?", "patient", other.name()),
                        List.of(
                                say(
                                        "You will see nothing of {patient} in this portal any more, from this moment and in"
                                                + " every browser.",
                                        "patient",
                                        other.name()),
                                say("Only the clinic can give you access again. Nothing of the record is lost.")),
                        "/access/" + patient + "/giving-up",
                        say("Give up my access"),
                        "/access")));
    }

    @OfAnyPatient
    @PostMapping("/access/{patient}/giving-up")
    Reply giveUp(@PathVariable long patient, VisibleChart chart) {
        var id = new PatientId(patient);
        var told = chart.patient(id)
                .map(other -> say("You no longer have access to the record of {patient}", "patient", other.name()))
                .orElseGet(() -> say("You no longer have access to that record"));
        if (!access.giveUp(id, chart)) {
            throw new NoSuchPageException();
        }
        return Reply.redirect("/").done(told);
    }

    private static VisiblePatient other(VisiblePatient patient) {
        if (patient.relationship() == Relationship.SELF) {
            throw new NoSuchPageException();
        }
        return patient;
    }
}
