/** Connected accounts by Accounts v2, their capabilities, and the links to onboarding. */
@NullMarked
package io.anteroom.stripeemulator.accounts;

import org.jspecify.annotations.NullMarked;
