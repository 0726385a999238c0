/** Item 6: what the patients of one clinic notice while another clinic is flooded. */
@NullMarked
package io.anteroom.bench.flood;

import org.jspecify.annotations.NullMarked;
