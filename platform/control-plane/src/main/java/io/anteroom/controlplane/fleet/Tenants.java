package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.organisation.SignUpId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Every tenant, read from the control schema: those in use, those in the making, and sign-ups not yet confirmed. */
@Transactional(transactionManager = "controlTransactions", readOnly = true)
public class Tenants {

    private static final String LISTED = """
            with listed as (
                select coalesce(tenant.id, whole.sign_up_id::text) as ref, tenant.id as tenant_id, whole.sign_up_id,
                       coalesce(tenant.name, whole.organisation_name) as name, coalesce(tenant.slug, whole.slug) as slug,
                       case when tenant.state in ('SUSPENDED', 'DELETED') then lower(tenant.state)
                            when whole.state = 'failed' then 'failed'
                            when whole.state = 'running' or tenant.state = 'PROVISIONING' then 'provisioning'
                            else 'active' end as state,
                       whole.owner_name, whole.owner_email, coalesce(tenant.country, whole.country) as country,
                       coalesce(tenant.zone, whole.zone) as zone, coalesce(tenant.currency, whole.currency) as currency,
                       coalesce(whole.started_at, tenant.created_at) as created_at, tenant_schema.schema_version,
                       usage.patients, usage.sign_ins, usage.messages, usage.counted_at
                from control.tenant
                full join control.provisioning whole on whole.tenant_id = tenant.id
                left join control.tenant_schema on tenant_schema.id = tenant.id
                left join control.tenant_usage usage on usage.tenant_id = tenant.id
                union all
                select id::text, null, id, organisation_name, slug, 'pending', owner_name, owner_email, country, zone,
                       currency, created_at, null, null, null, null, null
                from control.sign_up
                where confirmed_at is null and confirmation_expires_at > :now
            )
            """;

    private static final String COLUMNS = """
            select ref, tenant_id, sign_up_id, name, slug, state, owner_name, owner_email, country, zone, currency,
                   created_at, schema_version, patients, sign_ins, messages, counted_at""";

    private final JdbcClient control;
    private final Clock clock;

    Tenants(JdbcClient control, Clock clock) {
        this.control = control;
        this.clock = clock;
    }

    /** One page of the list, in one statement. A page behind the last has no rows and says so by its total of 0. */
    public TenantPage page(TenantQuery query) {
        List<TenantRow> rows = new ArrayList<>();
        long[] total = {0};
        control.sql(LISTED + COLUMNS + """
                        , count(*) over () as total
                        from listed
                        where (:text = '' or strpos(lower(concat_ws(' ', name, slug, owner_name, owner_email, ref)),
                                                    lower(:text)) > 0)
                          and (:state = '' or state = :state)
                        order by\s""" + query.sort().sql() + " limit :size offset :from")
                .param("now", now())
                .param("text", query.text())
                .param("state", query.stateKey())
                .param("size", TenantPage.SIZE)
                .param("from", (query.page() - 1) * TenantPage.SIZE)
                .query(row -> {
                    total[0] = row.getLong("total");
                    rows.add(row(row));
                });
        return new TenantPage(rows, total[0]);
    }

    /** The one its page is found by, the tenant's id or the sign-up's. */
    public Optional<TenantRow> find(String ref) {
        return control.sql(LISTED + COLUMNS + " from listed where ref = :ref or sign_up_id::text = :ref")
                .param("now", now())
                .param("ref", ref)
                .query((row, number) -> row(row))
                .optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static TenantRow row(ResultSet row) throws SQLException {
        return new TenantRow(
                row.getString("ref"),
                row.getString("tenant_id"),
                signUp(row.getObject("sign_up_id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                Standing.of(row.getString("state")).orElseThrow(),
                row.getString("owner_name"),
                row.getString("owner_email"),
                row.getString("country"),
                row.getString("zone"),
                row.getString("currency"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("schema_version", Integer.class),
                usage(row));
    }

    private static @Nullable TenantUsage usage(ResultSet row) throws SQLException {
        OffsetDateTime countedAt = row.getObject("counted_at", OffsetDateTime.class);
        return countedAt == null
                ? null
                : new TenantUsage(
                        row.getLong("patients"),
                        row.getLong("sign_ins"),
                        row.getLong("messages"),
                        countedAt.toInstant());
    }

    private static @Nullable SignUpId signUp(@Nullable UUID id) {
        return id == null ? null : new SignUpId(id);
    }
}
