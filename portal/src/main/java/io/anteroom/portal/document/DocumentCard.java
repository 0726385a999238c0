package io.anteroom.portal.document;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.document.Document;
import io.anteroom.clinic.file.FileCheck;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.Badge;
import org.jspecify.annotations.Nullable;

/**
 * A document as who sent it sees it, or somebody else who may know that it was sent.
 *
 * @param title what it is called at the top
 * @param name the file's name, or empty to somebody else
 * @param sent when and by whom
 * @param patient whom it is about, or null where there is but one
 * @param message why it was refused, or null
 * @param opens where its file is, or null where the viewer can't open it
 * @param removable whether it can be taken back
 */
public record DocumentCard(
        String url,
        String title,
        String name,
        String sent,
        @Nullable String patient,
        Badge state,
        @Nullable String message,
        @Nullable String opens,
        boolean removable) {

    static DocumentCard of(Document document, VisibleChart chart) {
        boolean own = document.account().equals(chart.viewer().account());
        String url = "/documents/" + document.id();
        return new DocumentCard(
                url,
                own ? title(document) : say("A document"),
                document.name(),
                sent(document, own),
                chart.several() ? document.patientName() : null,
                state(document),
                own ? message(document) : null,
                own && document.opens() ? url + "/file" : null,
                own && document.waits());
    }

    private static @Nullable String message(Document document) {
        return document.refusedByScanner()
                ? say(
                        "Our virus scanner refuses this file. Please check the device it came from, and send a picture of the document instead.")
                : document.message();
    }

    private static String title(Document document) {
        return document.note().isEmpty() ? document.name() : document.note();
    }

    private static String sent(Document document, boolean own) {
        var day = document.sentAt().atZone(CurrentTenant.get().zone()).toLocalDate();
        return own
                ? say("Sent on {day}, {size}", "day", day, "size", size(document.size()))
                : say(
                        "Sent by {name} on {day}, {size}",
                        "name",
                        document.sentBy(),
                        "day",
                        day,
                        "size",
                        size(document.size()));
    }

    /** A decimal megabyte or kilobyte, as file managers say it. */
    public static String size(long bytes) {
        return bytes >= 1_000_000
                ? say("{number} MB", "number", Math.round(bytes / 1e5) / 10.0)
                : say("{number} kB", "number", Math.max(1, bytes / 1000));
    }

    private static Badge state(Document document) {
        return switch (document.state()) {
            case WAITING ->
                document.check() == FileCheck.WAITING
                        ? Badge.notice(say("Being checked for viruses"))
                        : Badge.notice(say("Waiting for the clinic"));
            case FILED -> Badge.good(say("Filed by the clinic"));
            case REFUSED -> Badge.bad(say("Not accepted"));
            case TAKEN_BACK -> Badge.quiet(say("Taken back"));
        };
    }
}
