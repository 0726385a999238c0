package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.logic.Screens;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Brand;
import io.anteroom.webkit.PageWriter;
import io.anteroom.webkit.Palette;
import io.anteroom.webkit.PortalPage;
import java.util.List;

/**
 * Part of a questionnaire in the portal's look, as on a phone, divided into screens as it is for patients.
 *
 * @param title of the questionnaire
 * @param introduction what it is for, on the first screen alone; may be empty
 * @param headings the texts of the groups around, from the outermost on
 * @param items what the screen shows
 * @param screen which one, from 1
 * @param screens how many there are
 */
public record ScreenPreview(
        PortalDesign design,
        String title,
        String introduction,
        List<String> headings,
        List<Item> items,
        int screen,
        int screens) {

    /** Copies the lists. */
    public ScreenPreview {
        headings = List.copyOf(headings);
        items = List.copyOf(items);
    }

    static ScreenPreview of(Questionnaire form, int wanted, PortalDesign design) {
        List<Screens.Screen> screens = Screens.of(form).all();
        Screens.Screen screen = screens.get(Math.clamp(wanted, 1, screens.size()) - 1);
        String introduction = screen.number() == 1 && form.description() != null ? form.description() : "";
        return new ScreenPreview(
                design, form.title(), introduction, screen.headings(), screen.items(), screen.number(), screens.size());
    }

    /** One item by itself. */
    static ScreenPreview of(Questionnaire form, Item item, PortalDesign design) {
        return new ScreenPreview(design, form.title(), "", List.of(), List.of(item), 1, 1);
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
