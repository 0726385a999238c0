package io.anteroom.clinic.access.backfill;

import io.anteroom.clinic.audit.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backfill, as it stands.
 *
 * @param patients how many records there were when it began
 * @param toDo how many patients are to be seen to in this state
 * @param done how many of them have been
 * @param by who had this done: looked, carried out, or took back
 * @param finishedAt when the last credential was set, or null
 * @param undoneAt when the last was taken back, or null
 */
public record BackfillRun(
        BackfillId id,
        BackfillState state,
        int patients,
        int toDo,
        int done,
        Actor.Staff by,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant undoneAt) {}
