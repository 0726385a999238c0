/**
 * Tells people that there is something new in a clinical record they may read, once what was shared can be seen: to each account
 * by what it signs in with, and never what it is.
 */
@NullMarked
package io.anteroom.clinic.record.news;

import org.jspecify.annotations.NullMarked;
