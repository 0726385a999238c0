/** The pages to which a link from a patient's record leads: opening it, showing who one is, and the code. */
@NullMarked
package io.anteroom.portal.link;

import org.jspecify.annotations.NullMarked;
