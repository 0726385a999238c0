package io.anteroom.clinic.questionnaire.byservice;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.scheduling.ServiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what services ask. */
@Repository
class ServiceFormRows {

    private final JdbcClient jdbc;

    ServiceFormRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their titles. */
    List<AskedForm> of(ServiceId service) {
        return jdbc.sql("""
                        select f.questionnaire_id, q.title, f.moment, q.state = 'active' as active
                          from __tenant__.service_form f join __tenant__.questionnaire q on q.id = f.questionnaire_id
                         where f.service_id = :service order by q.title, q.id""")
                .param("service", service.value())
                .query((row, _) -> new AskedForm(
                        new QuestionnaireId(row.getLong("questionnaire_id")),
                        row.getString("title"),
                        Moment.of(row.getString("moment")),
                        row.getBoolean("active")))
                .list();
    }

    /** Of a service that there is. */
    FormTerms terms(ServiceId service) {
        return jdbc.sql("select form_due_days, form_counts_days from __tenant__.service where id = :service")
                .param("service", service.value())
                .query((row, _) -> new FormTerms(row.getInt("form_due_days"), row.getInt("form_counts_days")))
                .optional()
                .orElse(FormTerms.USUAL);
    }

    void agree(ServiceId service, FormTerms terms) {
        jdbc.sql("""
                        update __tenant__.service set form_due_days = :due, form_counts_days = :counts
                         where id = :service""")
                .param("service", service.value())
                .param("due", terms.dueDays())
                .param("counts", terms.countsDays())
                .update();
    }

    /** Whether there is such a service; nobody else changes what it asks until the transaction ends. */
    boolean lock(ServiceId service) {
        return jdbc.sql("select id from __tenant__.service where id = :service for no key update")
                .param("service", service.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** How many of these are there to be asked. */
    int known(List<QuestionnaireId> some) {
        return jdbc.sql("""
                        select count(*) from __tenant__.questionnaire
                         where id = any(cast(:ids as bigint[])) and state <> 'draft'""").param("ids", ids(some)).query(Integer.class).single();
    }

    void replace(ServiceId service, Map<QuestionnaireId, Moment> wanted) {
        jdbc.sql("delete from __tenant__.service_form where service_id = :service")
                .param("service", service.value())
                .update();
        List<QuestionnaireId> order = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        wanted.forEach((questionnaire, moment) -> {
            order.add(questionnaire);
            moments.add(moment.code());
        });
        jdbc.sql("""
                        insert into __tenant__.service_form (service_id, questionnaire_id, moment)
                        select :service, w.id, w.moment
                          from unnest(cast(:ids as bigint[]), cast(:moments as text[])) as w (id, moment)""")
                .param("service", service.value())
                .param("ids", ids(order))
                .param("moments", moments.toArray(String[]::new))
                .update();
    }

    private static Long[] ids(List<QuestionnaireId> some) {
        return some.stream().map(QuestionnaireId::value).toArray(Long[]::new);
    }
}
