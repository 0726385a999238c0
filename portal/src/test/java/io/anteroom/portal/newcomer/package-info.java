@NullMarked
package io.anteroom.portal.newcomer;

import org.jspecify.annotations.NullMarked;
