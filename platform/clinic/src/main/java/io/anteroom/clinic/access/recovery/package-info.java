/**
 * Printed recovery codes: ten on a sheet of paper, each of which signs in once in place of the code that was sent, for
 * people who have no mobile or cannot get at their mail. They open no clinical records.
 *
 * <p>{@link io.anteroom.clinic.access.recovery.RecoveryCodes} makes and removes them, {@link
 * io.anteroom.clinic.access.recovery.RecoverySignIn} takes them.
 */
@NullMarked
package io.anteroom.clinic.access.recovery;

import org.jspecify.annotations.NullMarked;
