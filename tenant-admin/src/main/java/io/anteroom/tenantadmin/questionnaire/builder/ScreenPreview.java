package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.PageWriter;
import io.anteroom.webkit.Palette;
import io.anteroom.webkit.PortalPage;
import java.util.ArrayList;
import java.util.List;

/**
 * Part of a questionnaire in the portal's look, as on a phone: one group a screen, and what stands between groups together.
 *
 * @param title of the questionnaire
 * @param introduction what it is for, on the first screen alone; may be empty
 * @param items what the screen shows
 * @param screen which one, from 1
 * @param screens how many there are
 */
public record ScreenPreview(
        PortalDesign design, String title, String introduction, List<Item> items, int screen, int screens) {

    /** Copies the list. */
    public ScreenPreview {
        items = List.copyOf(items);
    }

    static ScreenPreview of(Questionnaire form, int wanted, PortalDesign design) {
        List<List<Item>> screens = screens(form.items());
        int screen = Math.clamp(wanted, 1, screens.size());
        String introduction = screen == 1 && form.description() != null ? form.description() : "";
        return new ScreenPreview(design, form.title(), introduction, screens.get(screen - 1), screen, screens.size());
    }

    /** One item by itself. */
    static ScreenPreview of(Questionnaire form, Item item, PortalDesign design) {
        return new ScreenPreview(design, form.title(), "", List.of(item), 1, 1);
    }

    private static List<List<Item>> screens(List<Item> items) {
        var screens = new ArrayList<List<Item>>();
        var together = new ArrayList<Item>();
        for (Item item : items) {
            if (item instanceof Item.Group) {
                if (!together.isEmpty()) {
                    screens.add(List.copyOf(together));
                    together.clear();
                }
                screens.add(List.of(item));
            } else {
                together.add(item);
            }
        }
        if (!together.isEmpty()) {
            screens.add(together);
        }
        return screens;
    }

    /** The whole page, for the frame that shows it. */
    public String html() {
        return PageWriter.toString(
                new StaticTemplates().questionnaireBuilderPreview(PortalPage.signedOut(title, brand()), this));
    }

    private Brand brand() {
        return new Brand(
                design.name(),
                null,
                new Palette(
                        design.main().digits(),
                        design.main().textOnIt().digits(),
                        design.accent().digits(),
                        design.mainInTheDark().digits(),
                        design.mainInTheDark().textOnIt().digits(),
                        design.accentInTheDark().digits()),
                null,
                design.phone().isEmpty() ? null : design.phone(),
                null,
                null);
    }
}
