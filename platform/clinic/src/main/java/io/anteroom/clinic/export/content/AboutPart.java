package io.anteroom.clinic.export.content;

import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.profile.preference.PatientPreferences;
import io.anteroom.clinic.profile.preference.Preferences;
import io.anteroom.clinic.profile.preference.Way;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who the patient is, and where reached. Who is not the patient gets no contact details, which may be the other parent's; and who sees
 * nothing of the profile gets the name alone: a birth date is what a link from the clinic asks for.
 */
@Component
@Order(1)
class AboutPart implements ExportPart {

    private static final Set<String> FHIR_GENDERS = Set.of("male", "female", "other", "unknown");

    private final PatientPreferences preferences;

    AboutPart(PatientPreferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public String name() {
        return "about";
    }

    @Override
    public String heading(ExportSubject subject) {
        return subject.words().say("Name and contact details");
    }

    @Override
    public boolean in(CopyReach reach) {
        return true;
    }

    @Override
    public void resources(ExportSubject subject, CopiedFiles files, Resources to) {
        var details = subject.details();
        Map<String, Object> patient = Resources.ofType("Patient");
        boolean profile = subject.reach().profile();
        if (profile && details.externalId() != null) {
            patient.put("identifier", List.of(Map.of("value", details.externalId())));
        }
        patient.put("name", names(details, profile));
        if (profile) {
            var gender = details.gender() == null ? "" : details.gender().toLowerCase(Locale.ROOT);
            if (FHIR_GENDERS.contains(gender)) {
                patient.put("gender", gender);
            }
            patient.put("birthDate", details.birthDate().toString());
        }
        if (subject.reach().contacts()) {
            var telecom = telecom(details);
            if (!telecom.isEmpty()) {
                patient.put("telecom", telecom);
            }
            if (details.address() != null) {
                patient.put("address", List.of(Map.of("text", details.address())));
            }
        }
        to.add(subject.patientUrn(), patient);
    }

    private static List<Map<String, Object>> names(PatientDetails details, boolean profile) {
        var names = new ArrayList<Map<String, Object>>();
        Map<String, Object> official = new LinkedHashMap<>();
        official.put("use", "official");
        official.put("family", details.familyName());
        if (!details.givenName().isEmpty()) {
            official.put("given", List.of(details.givenName()));
        }
        names.add(official);
        if (profile && details.preferredName() != null) {
            names.add(Map.of("use", "usual", "text", details.preferredName()));
        }
        return names;
    }

    private static List<Map<String, Object>> telecom(PatientDetails details) {
        var telecom = new ArrayList<Map<String, Object>>();
        if (details.email() != null) {
            telecom.add(Map.of("system", "email", "value", details.email().value()));
        }
        if (details.mobile() != null) {
            telecom.add(Map.of(
                    "system",
                    "phone",
                    "use",
                    "mobile",
                    "value",
                    details.mobile().value()));
        }
        if (details.homePhone() != null) {
            telecom.add(Map.of(
                    "system",
                    "phone",
                    "use",
                    "home",
                    "value",
                    details.homePhone().value()));
        }
        if (details.phone() != null) {
            telecom.add(Map.of("system", "phone", "value", details.phone().value()));
        }
        return telecom;
    }

    @Override
    public void page(ExportSubject subject, CopiedFiles files, HtmlPage to) throws IOException {
        var words = subject.words();
        var details = subject.details();
        var country = CurrentTenant.get().country();
        to.beginPairs();
        pair(to, words.say("Name"), details.fullName());
        if (subject.reach().profile()) {
            pair(to, words.say("Preferred name"), details.preferredName());
            pair(to, words.say("Date of birth"), words.day(details.birthDate()));
            pair(to, words.say("Gender"), details.gender());
            pair(to, words.say("Number in another system"), details.externalId());
        }
        if (subject.reach().contacts()) {
            contact(to, words, details, country);
        }
        to.endPairs();
        if (subject.reach().contacts()) {
            reached(to, words, preferences.of(subject.patient()));
        } else {
            to.sentence(words.say("Contact details are in the patient’s own copy only."));
        }
    }

    private static void reached(HtmlPage to, Words words, Preferences preferences) throws IOException {
        to.heading(words.say("How we reach you"));
        to.beginPairs();
        var reminders = preferences.reminders().stream()
                .sorted()
                .map(way -> way(words, way))
                .toList();
        to.pair(words.say("Reminders"), reminders.isEmpty() ? words.say("None") : words.list(reminders));
        to.pair(words.say("News"), way(words, preferences.news()));
        var quiet = preferences.quiet();
        to.pair(
                words.say("Quiet hours"),
                quiet == null
                        ? words.say("The clinic’s")
                        : words.say(
                                "From {from} to {until}, besides the clinic’s",
                                "from",
                                quiet.from(),
                                "until",
                                quiet.until()));
        to.endPairs();
    }

    private static String way(Words words, Way way) {
        return switch (way) {
            case EMAIL -> words.say("By email");
            case SMS -> words.say("By text message");
        };
    }

    private static void contact(HtmlPage to, Words words, PatientDetails details, String country) throws IOException {
        pair(
                to,
                words.say("Email"),
                details.email() == null ? null : details.email().value());
        pair(
                to,
                words.say("Mobile"),
                details.mobile() == null ? null : details.mobile().format(country));
        pair(
                to,
                words.say("Home phone"),
                details.homePhone() == null ? null : details.homePhone().format(country));
        pair(
                to,
                words.say("Other phone"),
                details.phone() == null ? null : details.phone().format(country));
        pair(to, words.say("Address"), details.address());
    }

    private static void pair(HtmlPage to, String label, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            to.pair(label, value);
        }
    }
}
