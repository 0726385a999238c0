/**
 * What patients read, in their languages. The English text stands in the code, and is the key to the others:
 * {@code say("Pay {amount}", "amount", amount)}, in templates and controllers for whoever asks ({@link Say}), and by
 * {@link Words} for somebody else, as in a mail. Translations are {@code .po} files on the class path,
 * {@code words/<feature>/<language>.po}; see {@code docs/languages.md}.
 */
@NullMarked
package io.anteroom.language;

import org.jspecify.annotations.NullMarked;
