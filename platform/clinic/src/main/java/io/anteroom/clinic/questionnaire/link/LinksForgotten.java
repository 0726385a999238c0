package io.anteroom.clinic.questionnaire.link;

import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets, a day later, who somebody said to be who never entered the code. */
@Component
class LinksForgotten implements WorkHandler {

    static final String KIND = "form-link-forget";

    private final FormLinkRows rows;

    LinksForgotten(FormLinkRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void handle(String ref) {
        rows.forget(new FormLinkId(Long.parseLong(ref)));
    }
}
