package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.Operator;
import io.anteroom.controlplane.operator.OperatorLog;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.tenancy.TenantState;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what operators do to tenants: the act, its line in the log and what follows from it commit together. A trigger
 * tells every process of a tenant's new state; another has the jobs of a resumed one go on.
 */
@Transactional(transactionManager = "controlTransactions")
public class TenantActs {

    /** The kind of work that ends a suspended tenant's sessions; the worker, which knows them, does it. */
    static final String END_SESSIONS = "end-sessions";

    private final JdbcClient control;
    private final Provisioning provisioning;
    private final PlatformWorkQueue work;
    private final OperatorLog log;

    TenantActs(JdbcClient control, Provisioning provisioning, PlatformWorkQueue work, OperatorLog log) {
        this.control = control;
        this.provisioning = provisioning;
        this.work = work;
        this.log = log;
    }

    /** Does {@code act} unless it does not fit any more; says whether it did. A second click does nothing. */
    boolean act(TenantAct act, TenantRow tenant, Operator who, String reason) {
        boolean done = switch (act) {
            case RETRY -> tenant.signUp() != null && provisioning.tryAgain(tenant.signUp());
            case SUSPEND -> suspend(tenant);
            case RESUME -> change(tenant, TenantState.SUSPENDED, TenantState.ACTIVE);
        };
        if (done) {
            log.record(who, act.logged(), tenant.ref(), tenant.name(), reason);
        }
        return done;
    }

    private boolean suspend(TenantRow tenant) {
        boolean done = change(tenant, TenantState.ACTIVE, TenantState.SUSPENDED);
        if (done) {
            work.add(END_SESSIONS, Objects.requireNonNull(tenant.tenantId()));
        }
        return done;
    }

    private boolean change(TenantRow tenant, TenantState from, TenantState to) {
        return tenant.tenantId() != null
                && control.sql("update control.tenant set state = :to where id = :id and state = :from")
                                .param("to", to.name())
                                .param("from", from.name())
                                .param("id", tenant.tenantId())
                                .update()
                        == 1;
    }
}
