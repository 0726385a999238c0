package io.anteroom.tenantadmin.document;

import io.anteroom.clinic.document.Document;
import io.anteroom.clinic.document.DocumentCategory;
import io.anteroom.clinic.file.FileCheck;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.Badge;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document as staff see it.
 *
 * @param patient whose record it is about, or null where its sender isn't matched with one
 * @param patientUrl where that record is, or the request to match its sender
 * @param note what the sender says it is, or empty
 * @param category under what it was filed, or empty
 * @param message why it was refused, or empty
 * @param decided who decided and when, or empty
 * @param file where its file is, or null where it can't be opened
 */
public record DocumentRow(
        String url,
        String name,
        String size,
        String note,
        @Nullable String patient,
        String patientUrl,
        String sentBy,
        String sentAt,
        Badge state,
        String category,
        String message,
        String decided,
        boolean waits,
        boolean checked,
        @Nullable String file) {

    /** Where the list of documents is. */
    public static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/documents";
    }

    static DocumentRow of(Document document) {
        String url = base() + "/" + document.id();
        var at = document.reviewedAt();
        DocumentCategory category = document.category();
        return new DocumentRow(
                url,
                document.name(),
                size(document.size()),
                document.note(),
                document.patientName(),
                patientUrl(document),
                document.sentBy(),
                Moments.moment(document.sentAt()),
                badge(document),
                category == null ? "" : category.words(),
                Objects.requireNonNullElse(document.message(), ""),
                at == null ? "" : document.reviewedBy() + ", " + Moments.moment(at),
                document.waits(),
                document.check() != FileCheck.WAITING,
                document.opens() ? url + "/file" : null);
    }

    private static String patientUrl(Document document) {
        var patient = document.patient();
        return "/o/" + CurrentTenant.get().slug() + "/patients/"
                + (patient == null ? "requests/" + document.account() : patient);
    }

    private static String size(long bytes) {
        return bytes >= 1_000_000
                ? String.format(Locale.UK, "%.1f MB", bytes / 1e6)
                : Math.max(1, bytes / 1000) + " kB";
    }

    private static Badge badge(Document document) {
        return switch (document.state()) {
            case WAITING ->
                document.check() == FileCheck.WAITING
                        ? Badge.notice("Waits for the virus scanner")
                        : Badge.warning("To review");
            case FILED -> Badge.good("Filed");
            case REFUSED -> Badge.quiet("Refused");
            case TAKEN_BACK -> Badge.quiet("Taken back");
        };
    }
}
