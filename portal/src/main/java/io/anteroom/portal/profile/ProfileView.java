package io.anteroom.portal.profile;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.patient.ContactDetails;
import io.anteroom.clinic.profile.FieldChange;
import io.anteroom.clinic.profile.Profile;
import io.anteroom.clinic.profile.ProfileChange;
import io.anteroom.clinic.profile.ProfileRight;
import io.anteroom.clinic.profile.preference.Preferences;
import io.anteroom.clinic.profile.preference.Way;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The profile as one person sees it.
 *
 * @param profile what is there
 * @param preferences how the patient is reached
 * @param mayCopy whether this person may ask for a copy of everything
 * @param languages to choose from, empty where there is no choice
 * @param patientName the name to say where somebody acts for another, or null
 */
public record ProfileView(
        Profile profile,
        Preferences preferences,
        boolean mayCopy,
        List<Language> languages,
        @Nullable String patientName) {

    /** Copies the list. */
    public ProfileView {
        languages = List.copyOf(languages);
    }

    /** The language this page is in. */
    public Language spoken() {
        return Words.current().language();
    }

    /** A line of what is there. */
    public record Line(String label, String value) {}

    /**
     * A line of what is to be other.
     *
     * @param approved what the clinic said, or null before that
     */
    public record Change(
            String label,
            String before,
            String wanted,
            @Nullable Boolean approved) {}

    /** Whether anything of it may be seen. */
    public boolean open() {
        return profile.right() != ProfileRight.NONE;
    }

    /** Whether this person sees no more than the ends of what is there. */
    public boolean masked() {
        return profile.right() == ProfileRight.PROPOSE;
    }

    /** The contact details. */
    public List<Line> lines() {
        return ContactDetails.FIELDS.stream()
                .map(field ->
                        new Line(ContactWords.label(field), profile.texts().get(field)))
                .toList();
    }

    /** What this person asked for and the clinic has yet to answer; empty where others asked. */
    public List<Change> wanted() {
        var waiting = profile.waiting();
        return waiting == null || waiting.change() == null ? List.of() : changes(waiting.change());
    }

    /** What the clinic has said to the last that this person asked for. */
    public List<Change> said() {
        return profile.answered() == null ? List.of() : changes(profile.answered());
    }

    /** When the clinic said it. */
    public ZonedDateTime saidAt() {
        var answer = Objects.requireNonNull(
                Objects.requireNonNull(profile.answered()).answer());
        return answer.at().atZone(CurrentTenant.get().zone());
    }

    /** What the clinic wrote with it, or null. */
    public @Nullable String message() {
        var answered = profile.answered();
        return answered == null || answered.answer() == null
                ? null
                : answered.answer().message();
    }

    /** By what the patient is reminded. */
    public String reminders() {
        boolean mail = preferences.reminders().contains(Way.EMAIL);
        boolean text = preferences.reminders().contains(Way.SMS);
        if (mail && text) {
            return say("By email and by text message, as the clinic sends them");
        }
        if (mail) {
            return say("By email only");
        }
        return text ? say("By text message only") : say("None");
    }

    /** By what the patient hears what was done with an appointment. */
    public String news() {
        return preferences.news() == Way.EMAIL
                ? say("By email, or by text message where we have no address")
                : say("By text message, or by email where we have no number");
    }

    /** When the patient is not reminded. */
    public String quiet() {
        var quiet = preferences.quiet();
        return quiet == null
                ? say("The clinic’s")
                : say("From {from} to {until}, besides the clinic’s", "from", quiet.from(), "until", quiet.until());
    }

    private static List<Change> changes(ProfileChange change) {
        var country = CurrentTenant.get().country();
        return change.fields().stream().map(field -> line(field, country)).toList();
    }

    private static Change line(FieldChange field, String country) {
        return new Change(
                ContactWords.label(field.field()),
                ContactWords.shown(field.field(), field.before(), country),
                ContactWords.shown(field.field(), field.wanted(), country),
                field.approved());
    }
}
