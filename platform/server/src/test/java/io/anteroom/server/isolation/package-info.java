/** Whether one clinic, or one patient, can reach what is another's, by every route the application has. */
@NullMarked
package io.anteroom.server.isolation;

import org.jspecify.annotations.NullMarked;
