/**
 * The fresh check before clinical records: the page that asks for it, the gate that leads there, and the first page behind
 * it. A handler that takes an {@link io.anteroom.clinic.access.elevation.ElevatedChart} is behind the gate; nothing else
 * has to be said.
 */
@NullMarked
package io.anteroom.portal.elevation;

import org.jspecify.annotations.NullMarked;
