package io.anteroom.clinic.document;

import io.anteroom.clinic.reading.WaitingThings;
import org.springframework.stereotype.Component;

/** Documents that patients sent and nobody has decided about. */
@Component
class WaitingDocuments implements WaitingThings {

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public String count() {
        return "select count(*) from __tenant__.document where state = 'waiting'";
    }
}
