package io.anteroom.clinic.export;

import io.anteroom.tenancy.work.WorkHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets a copy whose time is over. */
@Component
class ExportExpiry implements WorkHandler {

    static final String KIND = "patient-export-expiry";

    private final ExportRows rows;
    private final ExportRemoval removal;
    private final Clock clock;

    ExportExpiry(ExportRows rows, ExportRemoval removal, Clock clock) {
        this.rows = rows;
        this.removal = removal;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        var id = new ExportId(Long.parseLong(ref));
        rows.find(id).ifPresentOrElse(this::expire, () -> rows.gone(id));
    }

    private void expire(PatientExport export) {
        if (export.ready() != null && !export.ready().expires().isAfter(clock.instant())) {
            removal.remove(export);
        }
    }
}
