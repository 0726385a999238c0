package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.webkit.templates.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * Says on a portal's page that clinical records are open, for how long still, and locks them. Twenty seconds before the end
 * it says so aloud and offers the check that keeps them open (WCAG 2.2, 2.2.1). A page that shows them leaves by itself
 * when they lock, so that none stays in sight.
 *
 * @param until when they lock
 * @param unlockUrl the check, which leads back to this page
 * @param shown whether this page shows any
 */
public record RecordsOpen(Instant until, String unlockUrl, boolean shown) implements Content {

    private static final Duration WARNED_BEFORE = Duration.ofSeconds(20);
    private static final String KNOWN = RecordsOpen.class.getName();

    /** Tells the page that answers {@code request}. */
    public static void at(HttpServletRequest request, Instant until, String unlockUrl, boolean shown) {
        request.setAttribute(KNOWN, new RecordsOpen(until, unlockUrl, shown));
    }

    /** What the page now made says of it; empty while they are locked. Called by the layout. */
    public static Content current() {
        return CurrentRequest.find()
                .map(request -> request.getAttribute(KNOWN))
                .map(Content.class::cast)
                .orElse(output -> {});
    }

    /** When to warn, ISO 8601. */
    public String warnAt() {
        return until.minus(WARNED_BEFORE).toString();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partRecordsOpen(this).writeTo(output);
    }
}
