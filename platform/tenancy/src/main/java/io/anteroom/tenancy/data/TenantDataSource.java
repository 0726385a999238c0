package io.anteroom.tenancy.data;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenancySettings;
import io.anteroom.tenancy.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Connections to the current tenant's data. Without a tenant or without a transaction there is none to be had: outside a
 * transaction there would be nothing to end the tenant's role with.
 */
public final class TenantDataSource extends AbstractDataSource implements AutoCloseable {

    private final List<SubPool> pools;
    private final TenantSql sql = new TenantSql();
    private final List<SqlListener> listeners;

    TenantDataSource(TenancySettings settings, List<SqlListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.pools = IntStream.range(0, settings.subPools())
                .mapToObj(number -> new SubPool(number, settings))
                .toList();
    }

    /**
     * A guarded connection of the bound tenant.
     *
     * @throws io.anteroom.tenancy.NoTenantException if none is bound
     * @throws IllegalStateException if no transaction is active
     */
    @Override
    public Connection getConnection() throws SQLException {
        CurrentTenant.get();
        requireTransaction();
        return open();
    }

    static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A tenant's data are reached inside a transaction only");
        }
    }

    /**
     * The same for a transaction that is about to begin, as JPA's does when it is read-only. No statement passes before
     * it has begun.
     */
    Connection open() throws SQLException {
        Tenant tenant = CurrentTenant.get();
        SubPool pool = poolOf(tenant);
        GuardedConnection guard = new GuardedConnection(pool.take(tenant.id()), pool, tenant.id(), sql, listeners);
        return guard.proxy();
    }

    /** Not offered: the logins are settings. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new RefusedSqlException("another login");
    }

    SubPool poolOf(Tenant tenant) {
        return pools.get(Math.floorMod(tenant.id().value().hashCode(), pools.size()));
    }

    List<SubPool> pools() {
        return pools;
    }

    @Override
    public void close() {
        pools.forEach(SubPool::close);
    }
}
