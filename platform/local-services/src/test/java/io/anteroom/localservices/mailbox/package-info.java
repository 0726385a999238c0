/** Tests of the mailbox, over real sockets. */
@NullMarked
package io.anteroom.localservices.mailbox;

import org.jspecify.annotations.NullMarked;
