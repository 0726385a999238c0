package io.anteroom.clinic.billing.card;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Of accounts, which still see a patient's invoices, and what the clinic calls their holders. */
@Component
public class CardHolders {

    private final JdbcClient jdbc;
    private final Clock clock;

    CardHolders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The names of those that do: as with every page of theirs, full access that includes money, and an open account. */
    @Transactional(readOnly = true)
    public Map<AccountId, String> seeing(PatientId patient, Collection<AccountId> accounts) {
        Map<AccountId, String> names = new HashMap<>();
        jdbc.sql("""
                        select a.id, coalesce(a.holder_name,
                                 (select btrim(p.given_name || ' ' || p.family_name)
                                    from __tenant__.access_grant s join __tenant__.patient p on p.id = s.patient_id
                                   where s.account_id = a.id and s.relationship = 'self' and s.ended_at is null
                                   order by s.id limit 1),
                                 'Account ' || a.id) as name
                          from __tenant__.portal_account a
                         where a.id = any (cast(:accounts as bigint[])) and a.closed_at is null
                           and exists (select from __tenant__.access_grant g
                                        where g.account_id = a.id and g.patient_id = :patient
                                          and g.level = 'full' and (g.limited_from is null or g.limited_from > :now)
                                          and 'money' = any (g.scope) and\s""" + Grants.IN_FORCE + ")")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("patient", patient.value())
                .param("now", sql(clock.instant()))
                .query((ResultSet row) -> {
                    names.put(new AccountId(row.getLong("id")), row.getString("name"));
                });
        return Map.copyOf(names);
    }
}
