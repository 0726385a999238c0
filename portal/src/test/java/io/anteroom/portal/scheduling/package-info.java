@NullMarked
package io.anteroom.portal.scheduling;

import org.jspecify.annotations.NullMarked;
