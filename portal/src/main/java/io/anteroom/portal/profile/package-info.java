/**
 * The profile: where the patient acted for is reached, having it changed, and by what and when to be written to. What the person
 * signs in with is on other pages, and is changed by nothing here.
 */
@NullMarked
package io.anteroom.portal.profile;

import org.jspecify.annotations.NullMarked;
