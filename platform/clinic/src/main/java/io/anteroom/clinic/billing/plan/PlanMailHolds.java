package io.anteroom.clinic.billing.plan;

import io.anteroom.messaging.StillHolds;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An offer's mail holds while it is offered, a notice's while the plan runs; what has happened is told in any case. */
@Component
class PlanMailHolds implements StillHolds {

    private static final Map<String, String> WHILE = Map.of(PlanMail.OFFER, "offered", PlanMail.NOTICE, "running");

    private final JdbcClient jdbc;

    PlanMailHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return PlanMail.ABOUT;
    }

    @Override
    public boolean holds(String ref) {
        int colon = ref.indexOf(':');
        String state = WHILE.get(ref.substring(colon + 1));
        return state == null
                || jdbc.sql("select state from __tenant__.payment_plan where id = :id")
                        .param("id", Long.parseLong(ref.substring(0, colon)))
                        .query(String.class)
                        .optional()
                        .filter(state::equals)
                        .isPresent();
    }
}
