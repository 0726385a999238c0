/**
 * Email and SMS. A use case writes a {@link io.anteroom.messaging.Message} into the {@link io.anteroom.messaging.Outbox} in
 * its own transaction, so that the act and the news of it commit together; the worker sends it later, retries what may
 * work next time, and drops what no longer holds.
 *
 * <p>Content arrives as data, never as markup: every email is laid out here, in the look that {@link
 * io.anteroom.messaging.SenderIdentity} gives for the clinic. A secret in a message (a code, a link's token) is kept
 * encrypted until it has been sent and erased then. {@link io.anteroom.messaging.PlatformOutbox} does the same for mail
 * that belongs to no clinic.
 */
@NullMarked
package io.anteroom.messaging;

import org.jspecify.annotations.NullMarked;
