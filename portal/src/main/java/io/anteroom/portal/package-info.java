/**
 * The patients' web: what somebody signed in at a clinic's host sees and does.
 */
@NullMarked
package io.anteroom.portal;

import org.jspecify.annotations.NullMarked;
