package io.anteroom.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.tenancy.data.NoticeListener;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which tenants there are. Answers come from memory; the database says when one has changed, so that a suspended tenant
 * is refused on every instance at once.
 */
public class TenantDirectory implements NoticeListener {

    private static final String COLUMNS = "select id, slug, name, state, country, zone, currency from control.tenant ";

    /** As the table's check has it; what can be no slug is neither asked for nor remembered. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,48}[a-z0-9]");

    private final JdbcClient control;
    private final Cache<String, Optional<Tenant>> bySlug = cache();
    private final Cache<TenantId, Optional<Tenant>> byId = cache();
    private final AtomicLong changes = new AtomicLong();

    /**
     * @param control reads the control schema
     */
    public TenantDirectory(JdbcClient control) {
        this.control = control;
    }

    private static <K, V> Cache<K, V> cache() {
        // The time is for what changes without a notice: where one is lost with its connection, all is forgotten soon.
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(Duration.ofMinutes(10))
                .build();
    }

    /**
     * The tenant whose portal has this host label, whatever its state.
     *
     * @param slug any text that came as a host's label
     */
    public Optional<Tenant> bySlug(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        return bySlug.get(
                slug,
                wanted -> read(() -> control.sql(COLUMNS + "where slug = ?")
                        .param(wanted)
                        .query(TenantDirectory::tenant)
                        .optional()));
    }

    /** The tenant of this id, whatever its state. */
    public Optional<Tenant> byId(TenantId id) {
        return byId.get(
                id,
                wanted -> read(() -> control.sql(COLUMNS + "where id = ?")
                        .param(wanted.value())
                        .query(TenantDirectory::tenant)
                        .optional()));
    }

    /** Reads again if something changed meanwhile: what was read may be older than the notice of the change. */
    private Optional<Tenant> read(Supplier<Optional<Tenant>> query) {
        long before;
        Optional<Tenant> found;
        do {
            before = changes.get();
            found = query.get();
        } while (before != changes.get());
        return found;
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                new TenantId(row.getString("id")),
                row.getString("slug"),
                row.getString("name"),
                TenantState.valueOf(row.getString("state")),
                row.getString("country"),
                ZoneId.of(row.getString("zone")),
                Currency.getInstance(row.getString("currency")));
    }

    @Override
    public String channel() {
        return "tenant_changed";
    }

    @Override
    public void heard(String id) {
        changes.incrementAndGet();
        bySlug.asMap()
                .values()
                .removeIf(known ->
                        known.map(tenant -> tenant.id().value().equals(id)).orElse(true));
        byId.invalidate(new TenantId(id));
    }

    @Override
    public void missed() {
        changes.incrementAndGet();
        bySlug.invalidateAll();
        byId.invalidateAll();
    }
}
