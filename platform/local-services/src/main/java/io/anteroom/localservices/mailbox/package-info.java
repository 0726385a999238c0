/**
 * Where the mail and the text messages of the demo and of the tests land: an SMTP server and an SMS gateway on loopback
 * that keep what they are given. {@link io.anteroom.localservices.mailbox.Mailbox} is the way in.
 */
@NullMarked
package io.anteroom.localservices.mailbox;

import org.jspecify.annotations.NullMarked;
