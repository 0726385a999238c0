/**
 * What patients do with what the clinic keeps on them: see where they are reached, have it changed, at once or once staff have
 * agreed, as the clinic decides. What somebody signs in with is another thing, and out of reach from here.
 */
@NullMarked
package io.anteroom.clinic.profile;

import org.jspecify.annotations.NullMarked;
