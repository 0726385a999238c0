package io.anteroom.clinic.audit;

import java.util.Locale;

/** The kinds of actors, as the table names them. */
enum ActorKind {
    STAFF,
    PATIENT,
    SYSTEM,
    OPERATOR;

    static ActorKind of(Actor actor) {
        return switch (actor) {
            case Actor.Staff _ -> STAFF;
            case Actor.PortalUser _ -> PATIENT;
            case Actor.System _ -> SYSTEM;
            case Actor.Operator _ -> OPERATOR;
        };
    }

    static ActorKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
