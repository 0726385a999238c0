package io.anteroom.clinic.questionnaire.definition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/** Published versions in memory, for as long as their documents together aren't longer than so many kilobytes. */
final class VersionCache {

    private record Key(TenantId tenant, VersionId version) {}

    private record Kept(PublishedVersion version, int kilobytes) {}

    private final Cache<Key, Kept> kept;

    VersionCache(long mostKilobytes) {
        kept = Caffeine.newBuilder()
                .maximumWeight(mostKilobytes)
                .<Key, Kept>weigher((_, one) -> one.kilobytes())
                .build();
    }

    @Nullable
    PublishedVersion find(TenantId tenant, VersionId id) {
        Kept found = kept.getIfPresent(new Key(tenant, id));
        return found == null ? null : found.version();
    }

    void put(TenantId tenant, PublishedVersion version, int length) {
        kept.put(new Key(tenant, version.id()), new Kept(version, 1 + length / 1000));
    }

    /** Lets go at once of what there is no room for. */
    void cleanUp() {
        kept.cleanUp();
    }
}
