/** Tests of the outboxes and of the ways out. */
@NullMarked
package io.anteroom.messaging;

import org.jspecify.annotations.NullMarked;
