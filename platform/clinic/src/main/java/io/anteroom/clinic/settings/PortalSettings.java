package io.anteroom.clinic.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The portal as the staff sees it: what patients see, what is being worked on, and whether it is on.
 *
 * @param on whether patients can use the portal
 * @param published what patients see
 * @param draft what is being worked on, where that is something else
 * @param languages what patients are spoken to in, at once and without a draft
 * @param publishedAt when it was last published; nothing was yet where absent
 */
public record PortalSettings(
        boolean on,
        PortalDesign published,
        @Nullable PortalDesign draft,
        PortalLanguages languages,
        @Nullable Instant publishedAt) {

    /** What the form shows: the draft, or what is published. */
    public PortalDesign current() {
        return draft == null ? published : draft;
    }

    /** Whether something waits to be published. */
    public boolean hasDraft() {
        return draft != null;
    }

    /** Whether the clinic has ever published a look of its own. */
    public boolean everPublished() {
        return publishedAt != null;
    }
}
