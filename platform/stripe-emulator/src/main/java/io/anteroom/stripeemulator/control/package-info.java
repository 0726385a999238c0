/** What a test may make happen that an API client cannot. */
@NullMarked
package io.anteroom.stripeemulator.control;

import org.jspecify.annotations.NullMarked;
