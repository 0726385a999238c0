/**
 * The whole way through the product in a real browser, told as stories. A class of steps per part of the product; what a
 * step meets on its way is checked.
 */
@NullMarked
package io.anteroom.demo.story;

import org.jspecify.annotations.NullMarked;
