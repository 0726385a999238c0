package io.anteroom.clinic.record;

import io.anteroom.clinic.reading.WaitingThings;
import org.springframework.stereotype.Component;

/** Entries of clinical records that were shared and that their patients see once a clinician releases them. */
@Component
class WaitingRecords implements WaitingThings {

    @Override
    public String kind() {
        return "records";
    }

    @Override
    public String count() {
        return "select count(*) from __tenant__.record_entry where state = 'shared' and released_at is null";
    }
}
