/**
 * How a clinic's portal looks and what it offers: {@link io.anteroom.clinic.settings.PortalSettings}, changed by staff as
 * a draft and seen by patients once published. {@link io.anteroom.clinic.settings.PublishedPortals} is what every page of
 * the portal reads.
 */
@NullMarked
package io.anteroom.clinic.settings;

import org.jspecify.annotations.NullMarked;
