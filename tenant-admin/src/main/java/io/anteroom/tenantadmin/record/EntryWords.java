package io.anteroom.tenantadmin.record;

import io.anteroom.clinic.record.RecordBody.Flag;
import io.anteroom.clinic.record.RecordEntry;
import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordRow;
import io.anteroom.clinic.record.RecordState;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.Badge;
import io.anteroom.webkit.form.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How entries read to staff. */
public final class EntryWords {

    private EntryWords() {}

    /** Several of a kind. */
    public static String several(RecordKind kind) {
        return switch (kind) {
            case PLAN -> "Treatment plans";
            case RESULT -> "Results";
            case LETTER -> "Letters";
            case NOTE -> "Notes";
            case MEDICATION -> "Medications";
            case ALLERGY -> "Allergies";
            case DOCUMENT -> "Documents";
        };
    }

    /** What the date of an entry is. */
    public static String date(RecordKind kind) {
        return switch (kind) {
            case PLAN -> "Begun on";
            case RESULT -> "Taken on";
            case LETTER, DOCUMENT -> "Dated";
            case NOTE -> "Visit on";
            case MEDICATION -> "Taken since";
            case ALLERGY -> "Noted on";
        };
    }

    /** What the title of an entry is. */
    public static String title(RecordKind kind) {
        return switch (kind) {
            case MEDICATION -> "Medication";
            case ALLERGY -> "What isn’t tolerated";
            default -> "Title";
        };
    }

    /** How far it has come, as patients see it. */
    public static Badge state(RecordRow row, Instant now) {
        return state(row.state(), row.releasedAt(), now);
    }

    /** How far it has come, as patients see it. */
    public static Badge state(RecordEntry entry, Instant now) {
        var sharing = entry.sharing();
        return state(entry.state(), sharing == null ? null : sharing.releasedAt(), now);
    }

    private static Badge state(RecordState state, @Nullable Instant from, Instant now) {
        return switch (state) {
            case DRAFT -> Badge.quiet("Draft");
            case WITHDRAWN -> Badge.bad("Withdrawn");
            case SHARED ->
                from == null
                        ? Badge.warning("Awaits release")
                        : from.isAfter(now)
                                ? Badge.notice("Seen from " + Moments.dayOf(from))
                                : Badge.good("Patient sees it");
        };
    }

    /** A value's flag, or null where nothing was said. */
    public static @Nullable Badge flag(Flag flag) {
        return flag == Flag.NONE ? null : flag.outside() ? Badge.warning(flag.words()) : Badge.good(flag.words());
    }

    /** The categories of a kind, to choose from. */
    public static List<Option> categories(RecordKind kind) {
        return kind.categories().stream()
                .map(one -> new Option(one.code(), one.words()))
                .toList();
    }

    /** The flags, to choose from. */
    public static List<Option> flags() {
        return Stream.of(Flag.values())
                .map(one -> new Option(one.name(), one.choice()))
                .toList();
    }

    /** How large a file is. */
    public static String size(long bytes) {
        return EntryFiles.size(bytes);
    }

    /** Paragraphs of a text. */
    public static List<String> paragraphs(String text) {
        return Stream.of(text.split("\n\\s*\n"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
