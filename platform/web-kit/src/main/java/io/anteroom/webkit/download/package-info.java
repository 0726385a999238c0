/**
 * Files as answers: {@link io.anteroom.webkit.download.Download} is what a controller returns. It is streamed, can be resumed, and is
 * saved and never shown by the browser, in which it could do nothing anyway.
 */
@NullMarked
package io.anteroom.webkit.download;

import org.jspecify.annotations.NullMarked;
