package io.anteroom.controlplane.organisation;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who holds which slug. A primary key decides between two who want the same; an unconfirmed sign-up holds one only for a
 * time. All methods are called in a control transaction.
 */
public class SlugReservations {

    private final JdbcClient control;

    /**
     * @param control on the control schema
     */
    public SlugReservations(JdbcClient control) {
        this.control = control;
    }

    /**
     * Reserves {@code slug} until {@code until}, if it is free, lapsed, or already held by {@code holder}.
     *
     * @return whether {@code holder} has it now
     */
    public boolean hold(Slug slug, SignUpId holder, Instant now, Instant until) {
        return take(slug, holder, now, at(until));
    }

    /**
     * Gives {@code slug} to {@code holder} for good, on the same terms.
     *
     * @return whether {@code holder} has it now
     */
    public boolean keep(Slug slug, SignUpId holder, Instant now) {
        return take(slug, holder, now, null);
    }

    private boolean take(Slug slug, SignUpId holder, Instant now, @Nullable OffsetDateTime until) {
        return control.sql("""
                        insert into control.slug_reservation as held (slug, sign_up_id, expires_at)
                        select :slug, :holder, :until
                        where not exists (
                            select from control.tenant
                            where tenant.slug = :slug
                              and not exists (select from control.provisioning
                                              where provisioning.tenant_id = tenant.id
                                                and provisioning.sign_up_id = :holder))
                        on conflict (slug) do update set sign_up_id = excluded.sign_up_id, expires_at = excluded.expires_at
                        where held.sign_up_id = excluded.sign_up_id or held.expires_at <= :now
                        """)
                        .param("slug", slug.value())
                        .param("holder", holder.value())
                        .param("until", until, Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Lets go of every slug of {@code holder} but {@code kept}. */
    public void releaseOthers(SignUpId holder, Slug kept) {
        control.sql("delete from control.slug_reservation where sign_up_id = :holder and slug <> :kept")
                .param("holder", holder.value())
                .param("kept", kept.value())
                .update();
    }

    /** Those of {@code slugs} that somebody other than {@code asking} holds now. */
    public Set<Slug> taken(Collection<Slug> slugs, SignUpId asking, Instant now) {
        return control
                .sql("""
                        select slug from control.slug_reservation
                        where slug in (:slugs) and sign_up_id <> :asking and (expires_at is null or expires_at > :now)
                        union
                        select slug from control.tenant where slug in (:slugs)
                        """)
                .param("slugs", slugs.stream().map(Slug::value).toList())
                .param("asking", asking.value())
                .param("now", at(now))
                .query(String.class)
                .stream()
                .map(Slug::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
