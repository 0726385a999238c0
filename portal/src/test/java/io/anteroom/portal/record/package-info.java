/** Tests of the pages of clinical records, through every filter. */
@NullMarked
package io.anteroom.portal.record;

import org.jspecify.annotations.NullMarked;
