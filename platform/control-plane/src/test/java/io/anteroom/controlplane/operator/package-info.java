/** Tests of the operators' front door and their log. */
@NullMarked
package io.anteroom.controlplane.operator;

import org.jspecify.annotations.NullMarked;
