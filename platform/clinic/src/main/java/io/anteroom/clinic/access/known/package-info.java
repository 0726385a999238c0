/**
 * Keeps the platform's list of known addresses in step with the clinic's credentials, and answers, for somebody who has
 * forgotten the clinic's portal, whether it knows an address. Only the worker does either. Exports nothing but the beans.
 */
@NullMarked
package io.anteroom.clinic.access.known;

import org.jspecify.annotations.NullMarked;
