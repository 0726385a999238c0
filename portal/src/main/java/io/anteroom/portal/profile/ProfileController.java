package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.export.Exports;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.profile.Asked;
import io.anteroom.clinic.profile.Profile;
import io.anteroom.clinic.profile.ProfileChangeId;
import io.anteroom.clinic.profile.ProfileChanges;
import io.anteroom.clinic.profile.preference.PatientPreferences;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The profile, and having contact details changed. The form names the patient it was shown for, whoever is acted for by then. */
@Controller
@OnHost(Host.PORTAL)
class ProfileController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/profile";

    private final ProfileChanges changes;
    private final PatientPreferences preferences;
    private final ProfileSection section;

    ProfileController(ProfileChanges changes, PatientPreferences preferences, ProfileSection section) {
        this.changes = changes;
        this.preferences = preferences;
        this.section = section;
    }

    @GetMapping(PATH)
    Reply show(VisibleChart chart) {
        section.require();
        return chart.actingFor()
                .flatMap(patient -> find(chart, patient.id())
                        .map(profile ->
                                show(patient, profile, Exports.reach(chart).isPresent())))
                .orElseGet(() -> Reply.redirect("/"));
    }

    private Reply show(VisiblePatient patient, Profile profile, boolean mayCopy) {
        return Reply.page(TEMPLATES.profileShow(
                section.page(say("Profile")),
                new ProfileView(
                        profile, preferences.of(patient.id()), mayCopy, section.languages(), nameOfOther(patient))));
    }

    @GetMapping(PATH + "/contact")
    Reply form(VisibleChart chart) {
        section.require();
        return chart.actingFor()
                .flatMap(patient -> find(chart, patient.id())
                        .filter(Profile::editable)
                        .map(profile -> Reply.page(page(form(patient, profile)))))
                .orElseGet(() -> Reply.redirect(PATH));
    }

    @OfAnyPatient
    @PostMapping(PATH + "/{patient}/contact")
    Reply save(@PathVariable long patient, @RequestParam Map<String, String> sent, VisibleChart chart) {
        section.require();
        var id = new PatientId(patient);
        var visible = chart.patient(id).orElseThrow(NoSuchPageException::new);
        var attempt = ContactForm.attempt(sent);
        if (attempt.isEmpty()) {
            return Reply.redirect(PATH + "/contact");
        }
        var typed = ContactForm.texts(sent);
        var seen = sent.getOrDefault("seen", "");
        return switch (changes.ask(chart, id, typed, seen, attempt.get())) {
            case Asked.Applied _ -> Reply.redirect(PATH).done(say("Saved. The clinic’s record says so now"));
            case Asked.Waits _ ->
                Reply.redirect(PATH).done(say("Sent to the clinic. We write to you when they have looked at it"));
            case Asked.NothingNew _ -> Reply.redirect(PATH).done(say("Nothing was changed"));
            case Asked.Faulty(var faults) ->
                Reply.invalid(page(form(visible, profile(chart, id)).faulty(typed, faults, seen)));
            case Asked.Meanwhile(var by) ->
                Reply.page(
                        HttpStatus.CONFLICT,
                        page(form(visible, profile(chart, id)).meanwhile(typed, by)));
            case Asked.OneWaits _ ->
                Reply.redirect(PATH)
                        .refused(
                                say("Nothing was sent: other changes wait for the clinic already. This is what waits"));
            case Asked.TooMany _ ->
                Reply.redirect(PATH)
                        .refused(
                                say(
                                        "Nothing was sent: you have asked for several changes today. Please call the clinic, or try again tomorrow"));
            case Asked.Off _ ->
                Reply.redirect(PATH).refused(say("Nothing was changed. Please tell the clinic what is to be changed"));
            case Asked.NotThere _ -> throw new NoSuchPageException();
        };
    }

    @OfAnyPatient
    @PostMapping(PATH + "/changes/{change}/taking-back")
    Reply takeBack(@PathVariable long change, VisibleChart chart) {
        section.require();
        return switch (changes.takeBack(chart, new ProfileChangeId(change))) {
            case DONE -> Reply.redirect(PATH).done(say("Taken back. Everything stays as it was"));
            case ANSWERED ->
                Reply.redirect(PATH).refused(say("The clinic has answered meanwhile. This is what they said"));
            case NOT_THERE -> throw new NoSuchPageException();
        };
    }

    private Optional<Profile> find(VisibleChart chart, PatientId id) {
        return changes.of(chart, id);
    }

    private Profile profile(VisibleChart chart, PatientId id) {
        return find(chart, id).orElseThrow(NoSuchPageException::new);
    }

    private Content page(ContactForm form) {
        return TEMPLATES.profileContact(section.page(say("Contact details")), form);
    }

    private static ContactForm form(VisiblePatient patient, Profile profile) {
        return ContactForm.beginning(PATH + "/" + patient.id() + "/contact", profile, nameOfOther(patient));
    }

    static @Nullable String nameOfOther(VisiblePatient patient) {
        return patient.relationship() == Relationship.SELF ? null : patient.name();
    }
}
