@NullMarked
package io.anteroom.bench;

import org.jspecify.annotations.NullMarked;
