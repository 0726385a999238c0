package io.anteroom.clinic.file.seal;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.tenancy.CurrentTenant;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bound clinic's key. Read each time and kept nowhere: once its row is gone, so is everything it sealed. */
@Component
public class FileSeals {

    private final JdbcClient jdbc;
    private final PlatformKeys platform;
    private final Clock clock;

    FileSeals(JdbcClient jdbc, PlatformKeys platform, Clock clock) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.clock = clock;
    }

    /** For sealing: the clinic's key, which the first file makes. Within a transaction that writes. */
    public FileSeal forSealing() {
        var tenant = CurrentTenant.get().id();
        var stored = stored().or(() -> {
            insert(platform.make(tenant));
            return stored();
        });
        var wrapped = stored.orElseThrow();
        if (!platform.current(wrapped)) {
            wrapped = platform.anew(wrapped, tenant);
            replace(wrapped);
        }
        return platform.seal(wrapped, tenant);
    }

    /**
     * For opening. Within a transaction.
     *
     * @throws UnreadableFileException if the key is gone
     */
    public FileSeal forOpening() {
        var wrapped = stored().orElseThrow(() -> new UnreadableFileException("The clinic has no key for files"));
        return platform.seal(wrapped, CurrentTenant.get().id());
    }

    private Optional<PlatformKeys.Wrapped> stored() {
        return jdbc.sql("select keyset, wrapped_with from __tenant__.file_key")
                .query((row, _) -> new PlatformKeys.Wrapped(row.getString("keyset"), row.getString("wrapped_with")))
                .optional();
    }

    /** Of two first files at once one makes it, and both use it. */
    private void insert(PlatformKeys.Wrapped wrapped) {
        jdbc.sql("""
                        insert into __tenant__.file_key (keyset, wrapped_with, created_at) values (:keyset, :with, :now)
                        on conflict (sole) do nothing""")
                .param("keyset", wrapped.keyset())
                .param("with", wrapped.with())
                .param("now", sql(clock.instant()))
                .update();
    }

    private void replace(PlatformKeys.Wrapped wrapped) {
        jdbc.sql("update __tenant__.file_key set keyset = :keyset, wrapped_with = :with")
                .param("keyset", wrapped.keyset())
                .param("with", wrapped.with())
                .update();
    }
}
