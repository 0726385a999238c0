/**
 * What every web module shares: the layouts, the parts pages are made of, and how a controller answers.
 *
 * <p>Templates of other modules call {@link io.anteroom.webkit.Layout} and the parts here from Java, since jte finds no
 * template of another module. Everything given to a page is a typed model; nothing is looked up by name.
 */
@NullMarked
package io.anteroom.webkit;

import org.jspecify.annotations.NullMarked;
