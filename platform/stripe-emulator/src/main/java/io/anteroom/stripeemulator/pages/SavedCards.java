package io.anteroom.stripeemulator.pages;

import static io.anteroom.stripeemulator.pages.Html.escape;

import io.anteroom.stripeemulator.store.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The cards that a returning customer may pay with, and the box with which to save another. */
final class SavedCards {

    private SavedCards() {}

    /** A button for each; nothing where there are none. */
    static String of(String path, List<ObjectNode> methods) {
        if (methods.isEmpty()) {
            return "";
        }
        return methods.stream()
                .map(method -> "<button class=\"button plain\" name=\"method\" value=\"%s\">Pay with %s</button>"
                        .formatted(escape(Json.text(method, "id")), escape(name(method))))
                .collect(Collectors.joining(
                        "\n",
                        "<form method=\"post\" action=\"%s/saved\">\n<h2>Your saved cards</h2>\n"
                                .formatted(escape(path)),
                        "\n</form>\n<h2>Or another card</h2>"));
    }

    /** The box to tick. */
    static String box(boolean ticked) {
        return """
            <div class="field tick"><input type="checkbox" id="save" name="save" value="yes"%s>
            <label for="save">Save this card for later payments</label></div>
            """.formatted(ticked ? " checked" : "");
    }

    private static String name(ObjectNode method) {
        String brand = method.path("card").path("brand").asString("card");
        return brand.substring(0, 1).toUpperCase(Locale.ROOT) + brand.substring(1) + " ending "
                + method.path("card").path("last4").asString("");
    }
}
