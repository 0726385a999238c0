/**
 * Who did what. A use case writes an {@link io.anteroom.clinic.audit.AuditEntry} through {@link
 * io.anteroom.clinic.audit.AuditLog} in its own transaction, naming the {@link io.anteroom.clinic.audit.Actor} it was
 * given, so that the act and its trace commit together. Entries are never changed or deleted: the clinic's database role
 * has no right to. {@link io.anteroom.clinic.audit.AuditTrail} reads them.
 */
@NullMarked
package io.anteroom.clinic.audit;

import org.jspecify.annotations.NullMarked;
