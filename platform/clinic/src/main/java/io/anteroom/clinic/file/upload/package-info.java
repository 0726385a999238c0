/**
 * Files that people send over the web, looked at a few at a time: {@link io.anteroom.clinic.file.upload.Uploads} sees that nobody
 * takes all the places there are.
 */
@NullMarked
package io.anteroom.clinic.file.upload;

import org.jspecify.annotations.NullMarked;
