package io.anteroom.tenancy.known;

import io.anteroom.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The platform's list of which clinics know an address. It holds HMAC-SHA256 (RFC 2104) of the normal form, with a key that
 * is not in the database: who reads the table can neither read an address nor try one. It may lag behind the clinics' own
 * tables, so whoever finds a clinic here asks there before telling.
 */
public class KnownAddresses {

    private static final String FORGET = "delete from control.known_address k using gone where k.tenant_id = :tenant"
            + " and k.address_hash = gone.hash";

    private static final String LEARN = " insert into control.known_address (address_hash, tenant_id)"
            + " select hash, :tenant from held on conflict do nothing";

    private final JdbcClient control;
    private final TransactionOperations transaction;
    private final SecretKey key;

    KnownAddresses(JdbcClient control, TransactionOperations transaction, SecretKey key) {
        this.control = control;
        this.transaction = transaction;
        this.key = key;
    }

    /**
     * What has become of some addresses of one clinic.
     *
     * @param held those that somebody signs in with
     * @param gone those that nobody does any more
     */
    public record Change(Collection<KnownAddress> held, Collection<KnownAddress> gone) {}

    /**
     * Brings some addresses of {@code tenant} up to date.
     *
     * @param read what holds now; called while nobody else changes the same clinic's, so that what was read last is
     *     written last
     * @param change what that comes to
     * @return what was read
     */
    public <T> T change(TenantId tenant, Supplier<T> read, Function<T, Change> change) {
        return alone(tenant, () -> {
            T now = read.get();
            Change wanted = change.apply(now);
            control.sql("with held as " + hashes("held") + ", gone as " + hashes("gone") + ", forgotten as (" + FORGET
                            + ")" + LEARN)
                    .param("tenant", tenant.value())
                    .param("held", hashes(wanted.held()))
                    .param("gone", hashes(wanted.gone()))
                    .update();
            return now;
        });
    }

    /**
     * Replaces everything that is listed of {@code tenant}, also what was hashed with another key.
     *
     * @param read everything that somebody signs in with there; called as in {@link #change}
     * @return how many addresses are new
     */
    public int replace(TenantId tenant, Supplier<? extends Collection<KnownAddress>> read) {
        return alone(
                tenant,
                () -> control.sql("with held as materialized " + hashes("held")
                                + ", forgotten as (delete from control.known_address k where k.tenant_id = :tenant"
                                + " and not exists (select from held where held.hash = k.address_hash))" + LEARN)
                        .param("tenant", tenant.value())
                        .param("held", hashes(read.get()))
                        .update());
    }

    /** The clinics in use that are listed for {@code address}, at most {@code most} of them. */
    public List<TenantId> tenants(KnownAddress address, int most) {
        return control.sql("""
                        select k.tenant_id from control.known_address k
                          join control.tenant t on t.id = k.tenant_id and t.state = 'ACTIVE'
                         where k.address_hash = decode(:hash, 'hex') order by t.name, t.id limit :most""")
                .param("hash", hash(address))
                .param("most", most)
                .query((row, _) -> new TenantId(row.getString("tenant_id")))
                .list();
    }

    /** The keyed hash of an address, 64 hexadecimal digits: to count by without holding the address. */
    public String hash(KnownAddress address) {
        String text = String.join("\n", "known-address", address.channel(), address.value());
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private <T> T alone(TenantId tenant, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            control.sql("select pg_advisory_xact_lock(hashtextextended('known addresses ' || :tenant, 0))")
                    .param("tenant", tenant.value())
                    .query((row, _) -> true)
                    .single();
            return work.get();
        }));
    }

    private String[] hashes(Collection<KnownAddress> addresses) {
        return addresses.stream().map(this::hash).toArray(String[]::new);
    }

    private static String hashes(String parameter) {
        return "(select decode(hash, 'hex') as hash from unnest(cast(:" + parameter + " as text[])) as hash)";
    }
}
