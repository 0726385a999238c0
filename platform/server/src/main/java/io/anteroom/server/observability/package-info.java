/**
 * What operators may know of the running application: spans with the tenant and without anything personal, where somebody
 * wants them, and figures of the few clinics that are used most. The figures themselves stand beside the features they
 * are of.
 */
@NullMarked
package io.anteroom.server.observability;

import org.jspecify.annotations.NullMarked;
