/**
 * Everybody who can sign in at a clinic, and the patients who can't: {@link
 * io.anteroom.clinic.access.directory.AccountDirectory} finds and lists them, each list in one statement, and {@link
 * io.anteroom.clinic.access.directory.AccountExport} writes them into a file.
 */
@NullMarked
package io.anteroom.clinic.access.directory;

import org.jspecify.annotations.NullMarked;
