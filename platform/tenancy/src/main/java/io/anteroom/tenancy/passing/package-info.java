/** Where files are on their way through a process, and what becomes of them if it ends before they are. */
@NullMarked
package io.anteroom.tenancy.passing;

import org.jspecify.annotations.NullMarked;
