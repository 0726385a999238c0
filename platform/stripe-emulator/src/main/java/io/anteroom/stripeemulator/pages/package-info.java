/** The hosted pages a person sees: payment, the bank's check, onboarding. Plain HTML that works without JavaScript. */
@NullMarked
package io.anteroom.stripeemulator.pages;

import org.jspecify.annotations.NullMarked;
