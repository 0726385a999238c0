/** Tests of how what runs the local services ends. */
@NullMarked
package io.anteroom.localservices;

import org.jspecify.annotations.NullMarked;
