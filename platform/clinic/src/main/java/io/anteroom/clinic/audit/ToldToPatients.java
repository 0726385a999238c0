package io.anteroom.clinic.audit;

import java.util.List;

/**
 * What of the log is told to those whose record it is, on the page of it and in the copy of everything alike: not what the
 * clinic prepares, nor that there is an entry of the clinical record before patients may see it.
 */
public final class ToldToPatients {

    /** What an act on an entry of a clinical record is said to be done to. */
    public static final String RECORD_ENTRY = "record-entry";

    /**
     * What is never told, {@code :notShown} of {@link #CONDITION}. That an entry was shared is among it, since patients may
     * not see it before a later day.
     */
    public static final List<String> NOT_SHOWN = List.of(
            AuditAction.INVOICE_CREATED.code(),
            AuditAction.INVOICE_CHANGED.code(),
            AuditAction.INVOICE_DISCARDED.code(),
            AuditAction.ENTRY_WRITTEN.code(),
            AuditAction.ENTRY_CHANGED.code(),
            AuditAction.ENTRY_DISCARDED.code(),
            AuditAction.ENTRY_SHARED.code());

    /**
     * Holds for the lines of {@code __tenant__.audit_entry a} that are told at the moment {@code :now}. What was done to an
     * entry of the clinical record is told once that entry has been released, and never of one withdrawn before.
     */
    public static final String CONDITION = """
             (a.action not in (:notShown) and (a.subject_kind <> 'record-entry' or exists (
                select 1 from __tenant__.record_entry e
                 where e.id = case when a.subject_kind = 'record-entry' and a.subject_id ~ '^[0-9]+$'
                                    and length(a.subject_id) <= 18 then cast(a.subject_id as bigint) end
                   and e.released_at <= least(:now, coalesce(e.withdrawn_at, :now)))))
            """;

    private ToldToPatients() {}
}
