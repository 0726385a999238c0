/** What every object stands on: the store and the time, ids, lists, expansion, events, and what is to happen later. */
@NullMarked
package io.anteroom.stripeemulator.world;

import org.jspecify.annotations.NullMarked;
