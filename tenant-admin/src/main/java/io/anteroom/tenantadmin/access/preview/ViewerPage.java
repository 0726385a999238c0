package io.anteroom.tenantadmin.access.preview;

import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.webkit.form.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page says around the form.
 *
 * @param patient whose record it is
 * @param back the tab's address
 * @param url where the form is sent to
 * @param rule the clinic's rule of ages in a sentence
 * @param draft whether the portal's settings have a draft
 * @param clinical whether clinical records are shown to who looks
 */
public record ViewerPage(Patient patient, String back, String url, String rule, boolean draft, boolean clinical) {

    /** The settings to look with, where there is a draft. */
    public static final List<Option> SETTINGS = List.of(
            new Option("published", "As published: what patients see now"),
            new Option("draft", "As drafted: what they would see once you publish"));

    static String words(AgeRule rule) {
        if (!rule.exists()) {
            return "Your clinic has no rule of ages, so a parent’s access stays as it was given.";
        }
        var parts = new ArrayList<String>();
        if (rule.limitedFrom() != null) {
            parts.add("turns limited at " + rule.limitedFrom());
        }
        if (rule.endsAt() != null) {
            parts.add("ends at " + rule.endsAt());
        }
        return "By your rule of ages a parent’s access " + String.join(" and ", parts) + ".";
    }
}
