package io.anteroom.clinic.scheduling.agenda;

import io.anteroom.clinic.scheduling.agenda.AgendaQuery.Show;
import java.util.List;
import java.util.Map;

/**
 * A page of a list.
 *
 * @param total how many are in the group, on all pages
 * @param counts how many are in each group
 */
public record AgendaPage(List<AgendaRow> rows, long total, Map<Show, Long> counts) {

    /** Copies the collections. */
    public AgendaPage {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }
}
