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
    private final Clock clock;

    ExportExpiry(ExportRows rows, Clock clock) {
        this.rows = rows;
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
        rows.find(id)
                .filter(one -> one.ready() != null && !one.ready().expires().isAfter(clock.instant()))
                .ifPresent(one -> rows.gone(id));
    }
}
