package io.anteroom.clinic.questionnaire.bulk;

import io.anteroom.tenancy.work.WorkHandler;
import org.springframework.stereotype.Component;

/** What the worker does for a run: step by step, until nobody is left. */
@Component
class RunWork implements WorkHandler {

    static final String KIND = "questionnaire-run";

    private final RunStep step;

    RunWork(RunStep step) {
        this.step = step;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String ref) {
        long id = Long.parseLong(ref);
        boolean more = true;
        while (more) {
            more = step.next(id);
        }
    }
}
