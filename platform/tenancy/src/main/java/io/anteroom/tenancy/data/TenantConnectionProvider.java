package io.anteroom.tenancy.data;

import io.anteroom.tenancy.CurrentTenant;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/** Hands Hibernate a connection of the tenant its session was opened for, if that is the one bound now. */
final class TenantConnectionProvider implements MultiTenantConnectionProvider<String> {

    private static final long serialVersionUID = 1L;

    private final transient TenantDataSource tenants;

    TenantConnectionProvider(TenantDataSource tenants) {
        this.tenants = tenants;
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        throw new RefusedSqlException("a connection of no tenant");
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getConnection(String opened) throws SQLException {
        if (!CurrentTenant.get().id().value().equals(opened)) {
            throw new IllegalStateException("The session was opened for another tenant, or for none");
        }
        return tenants.open();
    }

    @Override
    public void releaseConnection(String opened, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> unwrapType) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> unwrapType) {
        throw new IllegalArgumentException("Nothing to unwrap");
    }
}
