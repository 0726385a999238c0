/** What other modules see of saved cards. */
@NullMarked
package io.anteroom.payments.card;

import org.jspecify.annotations.NullMarked;
