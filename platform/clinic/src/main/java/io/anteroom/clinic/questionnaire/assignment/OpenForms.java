package io.anteroom.clinic.questionnaire.assignment;

import io.anteroom.clinic.scheduling.appointment.Reference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to fill in, in few words.
 *
 * @param first what is due first, the first of all first
 * @param all how many there are
 */
public record OpenForms(List<OpenForm> first, int all) {

    /** Nothing. */
    public static final OpenForms NONE = new OpenForms(List.of(), 0);

    /** Copies the list. */
    public OpenForms {
        first = List.copyOf(first);
    }

    /**
     * One of them.
     *
     * @param patientName whom it is about, or null as long as no record is known
     * @param begun whether something was answered
     * @param dueAt when it should be done, or null
     */
    public record OpenForm(
            Reference reference,
            String title,
            @Nullable String patientName,
            boolean begun,
            @Nullable Instant dueAt) {}
}
