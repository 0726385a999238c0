/** Tests of the Helm chart: what it renders is valid, and what it says to the application the application understands. */
@NullMarked
package io.anteroom.helm;

import org.jspecify.annotations.NullMarked;
