package io.anteroom.tenancy.data;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Hikari would close a connection in the middle of its transaction for some errors; we do so when it comes back. */
final class AtReleaseOnly implements SQLExceptionOverride {

    @java.lang.Override
    @SuppressWarnings("SameNameButDifferent") // Hikari has an Override of its own
    public SQLExceptionOverride.Override adjudicate(SQLException exception) {
        String state = exception.getSQLState();
        return "0A000".equals(state) || "42501".equals(state)
                ? SQLExceptionOverride.Override.DO_NOT_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
