package io.anteroom.clinic.file;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.file.content.Prepared;
import io.anteroom.tenancy.EnumCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files as they are read and written, within a transaction. */
@Component
class FileRows {

    private static final String COLUMNS =
            "id, content, name, media_type, size, sha256, place, checked, made_at, made_by";

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is there in full, and not let go. */
    Optional<StoredFile> find(FileId id) {
        return jdbc.sql("select " + COLUMNS
                        + " from __tenant__.file where id = :id and placed_at is not null and released_at is null")
                .param("id", id.value())
                .query((row, _) -> file(row))
                .optional();
    }

    StoredFile insert(UUID content, Prepared.Ready ready, FilePlace place, FileCheck check, Instant now, String by) {
        return jdbc.sql("""
                        insert into __tenant__.file (content, name, media_type, size, sha256, place, checked, made_at, made_by)
                        values (:content, :name, :type, :size, :sha256, :place, :checked, :now, :by)
                        returning\s""" + COLUMNS)
                .param("content", content)
                .param("name", ready.name())
                .param("type", ready.type().mediaType())
                .param("size", ready.content().size())
                .param("sha256", ready.sha256())
                .param("place", EnumCode.of(place))
                .param("checked", EnumCode.of(check))
                .param("now", sql(now))
                .param("by", by)
                .query((row, _) -> file(row))
                .single();
    }

    void placed(FileId id, Instant now) {
        jdbc.sql("update __tenant__.file set placed_at = :now where id = :id and released_at is null")
                .param("now", sql(now))
                .param("id", id.value())
                .update();
    }

    boolean claim(FileId id, Instant now) {
        return jdbc.sql("""
                        update __tenant__.file set claimed_at = :now
                         where id = :id and placed_at is not null and claimed_at is null and released_at is null""").param("now", sql(now)).param("id", id.value()).update() > 0;
    }

    boolean release(FileId id, Instant now) {
        return jdbc.sql("update __tenant__.file set released_at = :now where id = :id and released_at is null")
                        .param("now", sql(now))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /**
     * One that may have to go.
     *
     * @param releasedAt since when it is nobody's any more, if it was somebody's
     */
    record Leaving(
            StoredFile file, boolean claimed, @Nullable Instant releasedAt) {}

    /** Whatever its state, locked, so that it is either claimed or goes. */
    Optional<Leaving> lock(FileId id) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + ", claimed_at is not null as claimed, released_at from __tenant__.file where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> new Leaving(file(row), row.getBoolean("claimed"), instantOrNull(row, "released_at")))
                .optional();
    }

    /** Says what the scanner said, if it is still waited for. */
    boolean checked(FileId id, FileCheck check) {
        return jdbc.sql("update __tenant__.file set checked = :checked where id = :id and checked = 'waiting'")
                        .param("checked", EnumCode.of(check))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    void delete(FileId id) {
        jdbc.sql("delete from __tenant__.file where id = :id")
                .param("id", id.value())
                .update();
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        String mediaType = row.getString("media_type");
        return new StoredFile(
                new FileId(row.getLong("id")),
                row.getObject("content", UUID.class),
                row.getString("name"),
                FileType.ofMediaType(mediaType).orElseThrow(() -> new IllegalStateException(mediaType)),
                row.getLong("size"),
                row.getString("sha256"),
                EnumCode.read(FilePlace.class, row.getString("place")),
                EnumCode.read(FileCheck.class, row.getString("checked")),
                instant(row, "made_at"),
                row.getString("made_by"));
    }
}
