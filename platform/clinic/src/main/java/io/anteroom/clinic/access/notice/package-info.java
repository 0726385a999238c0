/**
 * What the holder of an account is told at once about the ways into it: {@link
 * io.anteroom.clinic.access.notice.AccountNotices} sends a {@link io.anteroom.clinic.access.notice.Notice} to every
 * verified address, since one of them may be in somebody else's hands. {@link
 * io.anteroom.clinic.access.notice.AccountActs} begins what the clinic's log says of the same.
 */
@NullMarked
package io.anteroom.clinic.access.notice;

import org.jspecify.annotations.NullMarked;
