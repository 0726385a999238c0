/**
 * What people send, looked at before it is kept. {@link io.anteroom.clinic.file.content.Contents} tells what a file is by its content,
 * whatever its name says, refuses what is not on the list, and encodes pictures anew.
 */
@NullMarked
package io.anteroom.clinic.file.content;

import org.jspecify.annotations.NullMarked;
