/**
 * {@code inbox.localhost}: every email and text message of a demo, as pages and as {@code /messages.json}.
 */
@NullMarked
package io.anteroom.demo.inbox;

import org.jspecify.annotations.NullMarked;
