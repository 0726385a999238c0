/** Tests of languages, and of the translations of the whole product. */
@NullMarked
package io.anteroom.language;

import org.jspecify.annotations.NullMarked;
