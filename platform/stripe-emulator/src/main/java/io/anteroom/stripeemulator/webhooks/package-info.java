/** Events on their way to their endpoints: signed, retried, and held, dropped or forged when a test wants that. */
@NullMarked
package io.anteroom.stripeemulator.webhooks;

import org.jspecify.annotations.NullMarked;
