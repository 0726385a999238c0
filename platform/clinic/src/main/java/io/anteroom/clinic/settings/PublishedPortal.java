package io.anteroom.clinic.settings;

/**
 * The portal as patients see it.
 *
 * @param on whether they can use it
 * @param design how it looks and what it offers
 * @param languages what it speaks
 */
public record PublishedPortal(boolean on, PortalDesign design, PortalLanguages languages) {

    /** Whether {@code section} is offered: switched on, and there are pages for it. */
    public boolean offers(Section section) {
        return on && section.built() && design.sections().contains(section);
    }
}
