/** The page of how a person signs in: what there is beside codes, and the ways to add and remove it. */
@NullMarked
package io.anteroom.portal.security;

import org.jspecify.annotations.NullMarked;
