/**
 * The home page of a patient who is signed in: through the whole stack, as bare SQL, near the database and far from it, and
 * what it leaves in memory.
 */
@NullMarked
package io.anteroom.bench.page;

import org.jspecify.annotations.NullMarked;
