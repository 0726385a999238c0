/**
 * The frame around the staff's pages: navigation, organisation, and who works.
 */
@NullMarked
package io.anteroom.tenantadmin.frame;

import org.jspecify.annotations.NullMarked;
