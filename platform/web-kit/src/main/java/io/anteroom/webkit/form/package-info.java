/**
 * Form fields, the values typed into them and the errors said beside them.
 */
@NullMarked
package io.anteroom.webkit.form;

import org.jspecify.annotations.NullMarked;
