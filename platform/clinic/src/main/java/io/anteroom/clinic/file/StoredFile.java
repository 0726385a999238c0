package io.anteroom.clinic.file;

import io.anteroom.clinic.file.content.FileType;
import java.time.Instant;
import java.util.UUID;

/** A file that is kept: what is known of it without opening it. */
public final class StoredFile {

    private final FileId id;
    private final UUID content;
    private final String name;
    private final FileType type;
    private final long size;
    private final String sha256;
    private final FilePlace place;
    private final FileCheck check;
    private final Instant madeAt;
    private final String madeBy;

    StoredFile(
            FileId id,
            UUID content,
            String name,
            FileType type,
            long size,
            String sha256,
            FilePlace place,
            FileCheck check,
            Instant madeAt,
            String madeBy) {
        this.id = id;
        this.content = content;
        this.name = name;
        this.type = type;
        this.size = size;
        this.sha256 = sha256;
        this.place = place;
        this.check = check;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    /** Its number. */
    public FileId id() {
        return id;
    }

    /** A name that is safe on any system, with the ending of its type. */
    public String name() {
        return name;
    }

    /** What it is, by its content. */
    public FileType type() {
        return type;
    }

    /** How many bytes. */
    public long size() {
        return size;
    }

    /** The SHA-256 of its bytes, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** What the scanner said. */
    public FileCheck check() {
        return check;
    }

    /** When it was taken in. */
    public Instant madeAt() {
        return madeAt;
    }

    /** The name of who brought it. */
    public String madeBy() {
        return madeBy;
    }

    UUID content() {
        return content;
    }

    FilePlace place() {
        return place;
    }
}
