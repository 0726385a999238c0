package io.anteroom.tenantadmin.record;

import io.anteroom.clinic.record.RecordKind;
import io.anteroom.clinic.record.RecordPage;
import io.anteroom.webkit.Pagination;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a patient's entries, with the addresses of its neighbours.
 *
 * @param base the address of the tab
 * @param kind the one it is narrowed to, or null
 * @param number which page, from 1
 */
public record RecordTabView(String base, @Nullable RecordKind kind, long number, RecordPage page, Instant now) {

    /** A group to narrow the list to. */
    public record Group(String name, long count, String url, boolean shown) {}

    /** The groups in which there is anything, and all. */
    public List<Group> groups() {
        return Stream.concat(
                        Stream.of(new Group("All", page.all(), base, kind == null)),
                        Stream.of(RecordKind.values())
                                .filter(one -> one == kind || page.counts().containsKey(one))
                                .map(one -> new Group(
                                        EntryWords.several(one),
                                        page.counts().getOrDefault(one, 0L),
                                        base + "?kind=" + one.code(),
                                        one == kind)))
                .toList();
    }

    /** What can be written. */
    public List<RecordKind> kinds() {
        return List.of(RecordKind.values());
    }

    /** The way through the pages. */
    public Pagination pages() {
        long total = kind == null ? page.all() : page.counts().getOrDefault(kind, 0L);
        String of = kind == null ? "?" : "?kind=" + kind.code() + "&";
        return new Pagination(number, RecordPage.SIZE, total, to -> base + of + "page=" + to);
    }
}
