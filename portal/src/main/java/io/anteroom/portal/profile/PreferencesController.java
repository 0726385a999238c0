package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import gg.jte.Content;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.access.session.VisiblePatient;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.profile.ProfileRight;
import io.anteroom.clinic.profile.preference.PatientPreferences;
import io.anteroom.clinic.profile.preference.PreferencesChanged;
import io.anteroom.clinic.scheduling.reminder.QuietTimes;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** By what and when to be written to. It is saved at once, whatever the clinic has decided on contact details. */
@Controller
@OnHost(Host.PORTAL)
class PreferencesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PROFILE = "/profile";

    private final PatientPreferences preferences;
    private final QuietTimes quiet;
    private final ProfileSection section;

    PreferencesController(PatientPreferences preferences, QuietTimes quiet, ProfileSection section) {
        this.preferences = preferences;
        this.quiet = quiet;
        this.section = section;
    }

    @GetMapping(PROFILE + "/preferences")
    Reply form(VisibleChart chart) {
        section.require();
        return chart.actingFor()
                .filter(patient -> ProfileRight.of(chart, patient) != ProfileRight.NONE)
                .map(patient -> Reply.page(
                        page(patient, PreferencesForm.of(preferences.of(patient.id())), FormErrors.none(), false)))
                .orElseGet(() -> Reply.redirect(PROFILE));
    }

    @OfAnyPatient
    @PostMapping(PROFILE + "/{patient}/preferences")
    Reply save(@PathVariable long patient, @ModelAttribute PreferencesForm form, VisibleChart chart) {
        section.require();
        var visible = chart.patient(new PatientId(patient))
                .filter(one -> ProfileRight.of(chart, one) != ProfileRight.NONE)
                .orElseThrow(NoSuchPageException::new);
        var errors = form.errors(quiet.current());
        if (errors.any()) {
            return Reply.invalid(page(visible, form, errors, false));
        }
        return switch (preferences.change(visible.id(), form.wanted(), chart.actor())) {
            case PreferencesChanged.Saved _ ->
                Reply.redirect(PROFILE).done(say("Saved. It holds from the next message on"));
            case PreferencesChanged.Meanwhile(var current) ->
                Reply.page(HttpStatus.CONFLICT, page(visible, form.over(current), FormErrors.none(), true));
        };
    }

    private Content page(VisiblePatient patient, PreferencesForm form, FormErrors errors, boolean meanwhile) {
        return TEMPLATES.profilePreferences(
                section.page(say("How we reach you")),
                new PreferencesPage(
                        PROFILE + "/" + patient.id() + "/preferences",
                        form,
                        quiet.current(),
                        ProfileController.nameOfOther(patient),
                        errors,
                        meanwhile));
    }
}
