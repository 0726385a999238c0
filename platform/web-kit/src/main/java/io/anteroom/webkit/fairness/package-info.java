/**
 * What one clinic may take of a process: so many requests at a time and in a second, at its portal and, apart from that,
 * at its staff's pages. Whoever comes beyond is answered at once, without the clinic's database and before anybody asks
 * who they are, so that a flood or a stuck clinic slows itself only.
 */
@NullMarked
package io.anteroom.webkit.fairness;

import org.jspecify.annotations.NullMarked;
