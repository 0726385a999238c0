/** Tests of what operators are told about a clinic. */
@NullMarked
package io.anteroom.clinic.usage;

import org.jspecify.annotations.NullMarked;
