package io.anteroom.clinic.access;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.PatientId;
import java.util.List;
import java.util.Optional;

/**
 * All that a signed-in person may see at this clinic at this moment. It is made by what {@link Charts} knows and
 * nothing else, and every page of the portal starts from it: a patient it doesn't name doesn't exist for this viewer.
 */
public final class VisibleChart {

    private final Viewer viewer;
    private final List<VisiblePatient> patients;

    VisibleChart(Viewer viewer, List<VisiblePatient> patients) {
        this.viewer = viewer;
        this.patients = List.copyOf(patients);
    }

    /** Who is looking. */
    public Viewer viewer() {
        return viewer;
    }

    /** Who is looking, for use cases that leave a trace. */
    public Actor.PortalUser actor() {
        var name = patients.stream()
                .filter(patient -> patient.relationship() == Relationship.SELF)
                .findFirst()
                .or(this::actingFor)
                .map(VisiblePatient::name)
                .orElse("Account " + viewer.account());
        return new Actor.PortalUser(viewer.account().toString(), name);
    }

    /** The patients seen, in the order access was given; empty where all access has ended. */
    public List<VisiblePatient> patients() {
        return patients;
    }

    /** The patient for whom the viewer acts, or nothing where all access has ended. */
    public Optional<VisiblePatient> actingFor() {
        return patients.stream().findFirst();
    }

    /**
     * The patients of whom this viewer may see what the clinic made in {@code scope}, for use in a query's {@code in}
     * list. Limited access opens none of it.
     */
    public List<PatientId> openFor(AccessScope scope) {
        return patients.stream()
                .filter(patient -> patient.opens(scope))
                .map(VisiblePatient::id)
                .toList();
    }
}
