package io.anteroom.stripeemulator.pages;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.objects.StripeObjects;
import io.anteroom.stripeemulator.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** All hosted pages, each request at once as the API's are. */
public final class Pages {

    private final Store store;
    private final StripeObjects objects;

    /** Pages over these objects. */
    public Pages(Store store, StripeObjects objects) {
        this.store = store;
        this.objects = objects;
    }

    /** Their routes. */
    public Routes routes() {
        var all = new Routes();
        new CheckoutPage(objects.checkout()).routes(all);
        new BankPage(objects.checkout()).routes(all);
        new OnboardingPage(objects.links()).routes(all);
        all.on("GET", "/receipts/{charge}", Pages::receipt)
                .on("GET", "/", _ -> index())
                .on("GET", "/_/", _ -> Html.page(200, "What this emulator does", Coverage.page()));
        Routes guarded = all.each(handler -> call -> store.atomically(() -> shown(handler, call)));
        String style = style();
        return guarded.on("GET", "/style.css", _ -> new Reply(200, "text/css; charset=utf-8", style, Map.of()));
    }

    /** A person gets a page where a client would get JSON. */
    private static Reply shown(Routes.Handler handler, Call call) {
        try {
            return handler.handle(call);
        } catch (StripeError _) {
            return Html.notice(404, "There is nothing here", "The link may be old, or cut short.", "", "");
        }
    }

    private static Reply receipt(Call call) {
        return Html.notice(200, "Receipt", "Charge " + call.variable("charge") + " (test mode).", "", "");
    }

    private Reply index() {
        List<String> names = objects.accountNames();
        String accounts = names.isEmpty()
                ? "<p>No accounts are connected yet.</p>"
                : names.stream()
                        .map(name -> "<li>" + Html.escape(name) + "</li>")
                        .collect(Collectors.joining("", "<h2>Connected accounts</h2><ul>", "</ul>"));
        return Html.page(200, "Stripe emulator", """
            <main class="narrow card">
            <h1>Stripe emulator</h1>
            <p>Stands in for Stripe in the demo and the tests. No money moves, only Stripe's published test cards work, and
            parameters it does not know are refused.</p>
            <p><a href="/_/">What it does, and what it does not</a></p>
            %s
            </main>
            """.formatted(accounts));
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(Pages.class.getResourceAsStream("style.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
