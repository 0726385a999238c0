package io.anteroom.clinic.access.backfill;

import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;

/** What the worker does for a backfill: looks through the records, sets, or takes back. */
@Component
class BackfillWork implements WorkHandler {

    static final String KIND = "credential-backfill";

    private final Planning planning;
    private final Running running;
    private final Undoing undoing;

    BackfillWork(Planning planning, Running running, Undoing undoing) {
        this.planning = planning;
        this.running = running;
        this.undoing = undoing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        var id = new BackfillId(Long.parseLong(ref));
        boolean more = true;
        while (more) {
            more = planning.next(id) || running.next(id) || undoing.next(id);
        }
    }
}
