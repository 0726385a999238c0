package io.anteroom.clinic.questionnaire.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.questionnaire.QuestionnaireId;
import io.anteroom.clinic.questionnaire.VersionId;
import io.anteroom.tenancy.TenantId;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VersionCacheTest {

    private static final TenantId TENANT = new TenantId("aaaabbbbcccc");

    private final VersionCache cache = new VersionCache(100);

    private long keptOf(int length) {
        for (long id = 1; id <= 20; id++) {
            cache.put(
                    TENANT,
                    new PublishedVersion(
                            new VersionId(id), new QuestionnaireId(1), 1, Samples.everything(), Instant.EPOCH, "Rosa"),
                    length);
        }
        cache.cleanUp();
        return LongStream.rangeClosed(1, 20)
                .filter(id -> cache.find(TENANT, new VersionId(id)) != null)
                .count();
    }

    @Test
    void shortFormsAreAllKept() {
        assertThat(keptOf(3_000)).isEqualTo(20);
    }

    @Test
    void ofLongFormsAreKeptAsManyAsThereIsRoomFor() {
        assertThat(keptOf(30_000)).isBetween(1L, 3L);
    }
}
