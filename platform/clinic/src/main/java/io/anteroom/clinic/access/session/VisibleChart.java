package io.anteroom.clinic.access.session;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.language.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a signed-in person may see at this clinic at this moment. It is made by what {@link Charts} knows and
 * nothing else, and every page of the portal starts from it: a patient it doesn't name doesn't exist for this viewer.
 */
public final class VisibleChart {

    private final Viewer viewer;
    private final @Nullable String holder;
    private final @Nullable String language;
    private final List<VisiblePatient> patients;
    private final Actor.@Nullable Staff previewer;

    VisibleChart(Viewer viewer, @Nullable String holder, @Nullable String language, List<VisiblePatient> patients) {
        this(viewer, holder, language, patients, null);
    }

    private VisibleChart(
            Viewer viewer,
            @Nullable String holder,
            @Nullable String language,
            List<VisiblePatient> patients,
            Actor.@Nullable Staff previewer) {
        this.viewer = viewer;
        this.holder = holder;
        this.language = language;
        this.patients = List.copyOf(patients);
        this.previewer = previewer;
    }

    /** What somebody would see whom there isn't, for a member of staff to look at. */
    static VisibleChart previewed(Viewer viewer, String who, List<VisiblePatient> patients, Actor.Staff by) {
        return new VisibleChart(viewer, who, null, patients, by);
    }

    /** Who is looking. */
    public Viewer viewer() {
        return viewer;
    }

    /**
     * Who acts, for use cases that leave a trace.
     *
     * @throws IllegalStateException in a preview, in which nobody acts
     */
    public Actor.PortalUser actor() {
        if (previewer != null) {
            throw new IllegalStateException("In a preview nobody acts");
        }
        return new Actor.PortalUser(viewer.account().toString(), name());
    }

    /** Who reads, for the log of what was read: the person signed in, or the member of staff whose preview it is. */
    public Actor reader() {
        return previewer == null ? actor() : previewer;
    }

    /** Whether a member of staff looks at what somebody else would see. */
    public boolean isPreview() {
        return previewer != null;
    }

    /** What pages call who is looking. */
    public String name() {
        return holderName().orElse("Account " + viewer.account());
    }

    /** The name of who is looking: a patient's own, or what the clinic knows the account's holder by. */
    public Optional<String> holderName() {
        return patients.stream()
                .filter(patient -> patient.relationship() == Relationship.SELF)
                .findFirst()
                .map(VisiblePatient::name)
                .or(() -> Optional.ofNullable(holder));
    }

    /** What who is looking chose to be spoken to in; nothing if they never chose. */
    public Optional<Language> language() {
        return Optional.ofNullable(language).flatMap(Language::of);
    }

    /** The patients seen, in the order access was given; empty where all access has ended. */
    public List<VisiblePatient> patients() {
        return patients;
    }

    /**
     * The patient for whom the viewer acts: the one chosen in this session, or the only one. Nothing where all access has
     * ended, or where several may be seen and none of them was chosen.
     */
    public Optional<VisiblePatient> actingFor() {
        return patients.size() == 1
                ? patients.stream().findFirst()
                : Optional.ofNullable(viewer.chosen()).flatMap(this::patient);
    }

    /**
     * The same for whoever acts for that patient; for acts that name theirs.
     *
     * @throws IllegalArgumentException if the viewer may see nothing of that patient
     */
    public VisibleChart actingFor(PatientId id) {
        if (patient(id).isEmpty()) {
            throw new IllegalArgumentException("The viewer may not act for patient " + id);
        }
        var chosen = new Viewer(viewer.account(), viewer.session(), viewer.until(), id, viewer.elevatedUntil());
        return new VisibleChart(chosen, holder, language, patients, previewer);
    }

    /** Whether there are several patients, and the viewer has yet to say for whom to act. */
    public boolean asksForWhom() {
        return several() && actingFor().isEmpty();
    }

    /** Whether there is more than one patient, so that what is shown has to say whom it is of. */
    public boolean several() {
        return patients.size() > 1;
    }

    /** The patient of that number, if this viewer may see anything of them; for forms and pages that name theirs. */
    public Optional<VisiblePatient> patient(PatientId id) {
        return patients.stream().filter(patient -> patient.id().equals(id)).findFirst();
    }

    /**
     * The patients of whom this viewer may see what the clinic made in {@code scope}, for use in a query's {@code in}
     * list; of a single thing that is opened by its number. Limited access opens none of it.
     */
    public List<PatientId> openFor(AccessScope scope) {
        return open(patients.stream(), scope);
    }

    /** The same of the patient alone for whom the viewer acts, for lists: that patient, or nobody. */
    public List<PatientId> listedFor(AccessScope scope) {
        return open(actingFor().stream(), scope);
    }

    private static List<PatientId> open(Stream<VisiblePatient> patients, AccessScope scope) {
        return patients.filter(patient -> patient.opens(scope))
                .map(VisiblePatient::id)
                .toList();
    }
}
