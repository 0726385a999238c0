package io.anteroom.tenancy.data;

import java.sql.SQLNonTransientException;

/** The guard of tenants' connections refused something before PostgreSQL saw it. It never repeats the SQL. */
public class RefusedSqlException extends SQLNonTransientException {

    private static final long serialVersionUID = 1L;

    RefusedSqlException(String reason) {
        super("Refused on a tenant's connection: " + reason, "42501");
    }
}
