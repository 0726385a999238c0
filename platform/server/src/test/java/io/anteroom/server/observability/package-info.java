/** Tests of what operators are told of single tenants. */
@NullMarked
package io.anteroom.server.observability;

import org.jspecify.annotations.NullMarked;
