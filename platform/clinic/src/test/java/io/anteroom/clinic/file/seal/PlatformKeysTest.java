package io.anteroom.clinic.file.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.tenancy.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlatformKeysTest {

    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final TenantId CLINIC = new TenantId("aaaaaaaaaaaa");
    private static final SealedContent CONTENT = new SealedContent(CLINIC, new UUID(1, 2), 3);

    @Test
    void theKeyBeforeStillOpensAndTheNewOneTakesOver() {
        var wrapped = new PlatformKeys(OLD, null).make(CLINIC);
        byte[] sealed = new PlatformKeys(OLD, null).seal(wrapped, CLINIC).seal(CONTENT, 0, new byte[] {1, 2, 3}, 3);

        var both = new PlatformKeys(NEW, OLD);
        assertThat(both.current(wrapped)).isFalse();
        assertThat(both.seal(wrapped, CLINIC).open(CONTENT, 0, sealed)).containsExactly(1, 2, 3);
        var anew = both.anew(wrapped, CLINIC);
        assertThat(new PlatformKeys(NEW, null).seal(anew, CLINIC).open(CONTENT, 0, sealed))
                .containsExactly(1, 2, 3);
    }

    @Test
    void anotherKeyOpensNothing() {
        var wrapped = new PlatformKeys(OLD, null).make(CLINIC);
        assertThatThrownBy(() -> new PlatformKeys(NEW, null).seal(wrapped, CLINIC))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void aClinicsKeyIsBoundToTheClinic() {
        var keys = new PlatformKeys(OLD, null);
        var wrapped = keys.make(CLINIC);
        assertThatThrownBy(() -> keys.seal(wrapped, new TenantId("bbbbbbbbbbbb")))
                .isInstanceOf(UnreadableFileException.class);
    }
}
