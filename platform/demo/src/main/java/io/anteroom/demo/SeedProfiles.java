package io.anteroom.demo;

import io.anteroom.clinic.access.SqlTimes;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Leaves the current clinic a patient who wants another email address on the record, for staff to answer. */
final class SeedProfiles {

    private final BeanFactory application;

    SeedProfiles(BeanFactory application) {
        this.application = application;
    }

    /** Does nothing where anybody has ever wanted something. */
    void put() {
        var jdbc = application.getBean(JdbcClient.class);
        var now = SqlTimes.sql(application.getBean(Clock.class).instant());
        application.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
            int asked = jdbc.sql("""
                            insert into __tenant__.profile_change
                                (attempt, patient_id, account_id, asked_by, relationship, asked_at, state)
                            select gen_random_uuid(), p.id, g.account_id, p.given_name || ' ' || p.family_name, 'self', :now, 'waiting'
                              from __tenant__.patient p
                              join __tenant__.access_grant g on g.patient_id = p.id and g.relationship = 'self' and g.ended_at is null
                             where p.external_id = 'D-2' and not exists (select from __tenant__.profile_change)""").param("now", now).update();
            if (asked == 1) {
                jdbc.sql("""
                                insert into __tenant__.profile_change_field (change_id, field, before, wanted)
                                select c.id, 'email', p.email, replace(p.email, '@', '.home@')
                                  from __tenant__.profile_change c join __tenant__.patient p on p.id = c.patient_id""").update();
            }
        });
    }
}
