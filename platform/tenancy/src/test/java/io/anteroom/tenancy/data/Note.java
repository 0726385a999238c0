package io.anteroom.tenancy.data;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A row of the table that {@link io.anteroom.tenancy.TwoTenants} puts into each schema. */
@Entity
class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String text;

    private String kind = "rare";

    protected Note() {
        this("");
    }

    Note(String text) {
        this.text = text;
    }

    @Nullable
    Long id() {
        return id;
    }

    String text() {
        return text;
    }

    void say(String words) {
        text = words;
    }

    String kind() {
        return kind;
    }
}
