/**
 * How files are sealed. Each clinic has a key of its own, kept in its schema and sealed with the platform's; a file is sealed piece by
 * piece, each bound to its clinic, its file, the file's length and its place in it ({@link io.anteroom.clinic.file.seal.FileSeal}).
 */
@NullMarked
package io.anteroom.clinic.file.seal;

import org.jspecify.annotations.NullMarked;
