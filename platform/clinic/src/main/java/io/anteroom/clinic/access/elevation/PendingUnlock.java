package io.anteroom.clinic.access.elevation;

import java.time.Instant;

/**
 * A session that was sent a code and has not entered it yet.
 *
 * @param address where the newest code went
 * @param resendAt when another may be asked for
 */
public record PendingUnlock(UnlockAddress address, Instant resendAt) {}
