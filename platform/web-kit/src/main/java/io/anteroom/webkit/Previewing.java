package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.templates.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Says on every page of a portal that a member of staff has a preview of it, as whom and until when, and ends it.
 *
 * @param as as whom, as in 'a carer, full access'
 * @param settings which settings of the portal are shown
 * @param until when it ends by itself
 */
public record Previewing(String as, String settings, Instant until) implements Content {

    private static final String KNOWN = Previewing.class.getName();

    /** Tells the page that answers {@code request}. */
    public static void at(HttpServletRequest request, Previewing preview) {
        request.setAttribute(KNOWN, preview);
    }

    /** What the page now made says of it; empty where it is no preview. Called by the layouts. */
    public static Content current() {
        return CurrentRequest.find()
                .map(request -> request.getAttribute(KNOWN))
                .map(Content.class::cast)
                .orElse(output -> {});
    }

    /** The end in the clinic's time, as in 16:45. */
    public String time() {
        return CurrentTenant.find()
                .map(tenant -> until.atZone(tenant.zone())
                        .toLocalTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString())
                .orElse("");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        new StaticTemplates().partPreviewing(this).writeTo(output);
    }
}
