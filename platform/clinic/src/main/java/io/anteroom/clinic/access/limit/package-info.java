/**
 * How often codes may be asked for and mistaken: for one address, whether or not anybody has it, from one network, to one
 * prefix and at one clinic. All of it is counted in the clinic's own schema, so it holds over all processes.
 */
@NullMarked
package io.anteroom.clinic.access.limit;

import org.jspecify.annotations.NullMarked;
