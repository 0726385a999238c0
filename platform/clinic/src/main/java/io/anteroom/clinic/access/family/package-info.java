/**
 * Access to somebody else's record: staff give, change and end it ({@link
 * io.anteroom.clinic.access.family.OthersAccess}), a patient sees who has it and may end some of it ({@link
 * io.anteroom.clinic.access.family.WhoHasAccess}), and the patient is told when it widens. Nobody is shown what another
 * person signs in with.
 */
@NullMarked
package io.anteroom.clinic.access.family;

import org.jspecify.annotations.NullMarked;
