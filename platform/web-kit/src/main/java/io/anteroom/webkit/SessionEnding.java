package io.anteroom.webkit;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.templates.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;

/**
 * Says on an open page that its session is about to end, two minutes before it does, and how to go on: by signing in again
 * in another tab, which leaves what was typed in this one (WCAG 2.2, 2.2.1).
 *
 * @param until when the session ends
 * @param atWork whether it is one of staff or operators, which any page asked for makes longer, up to a day's work
 */
public record SessionEnding(Instant until, boolean atWork) implements Content {

    private static final Duration WARNED_BEFORE = Duration.ofMinutes(2);
    private static final String KNOWN = SessionEnding.class.getName();

    /** Tells the page that answers {@code request} when its session ends. */
    public static void at(HttpServletRequest request, Instant until) {
        request.setAttribute(KNOWN, new SessionEnding(until, false));
    }

    /** The same for staff and operators. */
    public static void atWork(HttpServletRequest request, Instant until) {
        request.setAttribute(KNOWN, new SessionEnding(until, true));
    }

    /** The warning of the page now made; empty where nobody is signed in. Called by the layout. */
    public static Content current() {
        return CurrentRequest.find()
                .map(request -> request.getAttribute(KNOWN))
                .map(Content.class::cast)
                .orElse(output -> {});
    }

    /** When to show it, ISO 8601. */
    public String warnAt() {
        return until.minus(WARNED_BEFORE).toString();
    }

    /** The end in the clinic's time. */
    public String time() {
        return CurrentTenant.find()
                .map(tenant -> Words.current().time(until.atZone(tenant.zone()).toLocalTime()))
                .orElse("");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        var templates = new StaticTemplates();
        (atWork ? templates.partWorkEnding(this) : templates.partSessionEnding(this)).writeTo(output);
    }
}
