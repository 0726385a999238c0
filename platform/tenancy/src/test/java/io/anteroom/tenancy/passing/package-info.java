@NullMarked
package io.anteroom.tenancy.passing;

import org.jspecify.annotations.NullMarked;
