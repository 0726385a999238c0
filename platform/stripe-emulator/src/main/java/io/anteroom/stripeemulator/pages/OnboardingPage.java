package io.anteroom.stripeemulator.pages;

import static io.anteroom.stripeemulator.pages.Html.escape;

import io.anteroom.stripeemulator.accounts.AccountLinks;
import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page on which a clinic gives Stripe what Stripe must know. */
final class OnboardingPage {

    private final AccountLinks links;

    OnboardingPage(AccountLinks links) {
        this.links = links;
    }

    void routes(Routes routes) {
        routes.on("GET", "/onboarding/{token}", this::show).on("POST", "/onboarding/{token}", this::submit);
    }

    private Reply show(Call call) throws StripeError {
        return withLink(
                call,
                link -> form(
                        200,
                        call,
                        link,
                        Map.of(
                                "legal",
                                Json.text(link.account(), "display_name"),
                                "account",
                                "GB82 WEST 1234 5698 7654 32"),
                        Map.of()));
    }

    private Reply submit(Call call) throws StripeError {
        return withLink(call, link -> {
            String outcome = call.params().text("outcome").orElse("approve");
            Map<String, String> errors = outcome.equals("later") ? Map.of() : errors(call.params());
            if (!errors.isEmpty()) {
                return form(422, call, link, typed(call.params()), errors);
            }
            links.submit(call.variable("token"), link, outcome);
            return Reply.seeOther(link.done());
        });
    }

    private interface Page {
        Reply with(AccountLinks.Followed link);
    }

    private Reply withLink(Call call, Page page) throws StripeError {
        Optional<AccountLinks.Followed> link = links.follow(call.variable("token"));
        if (link.isEmpty()) {
            return Html.notice(404, "There is no such link", "Start again from your clinic's settings.", "", "");
        }
        return link.get().fresh()
                ? page.with(link.get())
                : Reply.seeOther(link.get().again());
    }

    private static Map<String, String> typed(Params params) {
        return Map.of(
                "legal", params.text("legal").orElse(""),
                "account", params.text("account").orElse(""));
    }

    private static Map<String, String> errors(Params params) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (params.text("legal").isEmpty()) {
            errors.put("legal", "Enter the name your organisation is registered under");
        }
        if (params.text("account").isEmpty()) {
            errors.put("account", "Enter the bank account that payouts go to");
        }
        if (params.text("terms").isEmpty()) {
            errors.put("terms", "Tick to agree to the terms");
        }
        return errors;
    }

    private static Reply form(
            int status, Call call, AccountLinks.Followed link, Map<String, String> values, Map<String, String> errors) {
        String name = Json.text(link.account(), "display_name");
        String title = "Get %s ready to take payments".formatted(name);
        return Html.page(status, (errors.isEmpty() ? "" : "Error: ") + title, """
            <main class="narrow card">
            <p class="merchant">Account onboarding</p>
            <h1>%s</h1>
            <p>Stripe asks for these before it lets anybody charge cards.</p>
            %s
            <form method="post" action="%s" novalidate>
            %s
            %s
            <div class="field tick">%s<input type="checkbox" id="terms" name="terms" value="yes">
            <label for="terms">We agree to the (test) services agreement</label></div>
            <button class="button" name="outcome" value="approve">Agree and submit</button>
            <button class="button plain" name="outcome" value="review">Submit, and let Stripe take its time to check</button>
            <button class="button plain" name="outcome" value="later">Save and finish later</button>
            </form>
            </main>
            """.formatted(
                escape(title),
                problem(errors),
                escape(call.path()),
                Field.of("legal", "Registered name", values.getOrDefault("legal", ""), "organization", "text", errors),
                Field.of(
                        "account",
                        "Bank account for payouts",
                        values.getOrDefault("account", ""),
                        "off",
                        "text",
                        errors),
                errors.containsKey("terms") ? "<p class=\"error\">" + escape(errors.get("terms")) + "</p>" : ""));
    }

    private static String problem(Map<String, String> errors) {
        return errors.isEmpty()
                ? ""
                : errors.entrySet().stream()
                        .map(error ->
                                "<li><a href=\"#%s\">%s</a></li>".formatted(error.getKey(), escape(error.getValue())))
                        .collect(Collectors.joining(
                                "",
                                "<div class=\"problem\" role=\"alert\"><h2>Check what you entered</h2><ul>",
                                "</ul></div>"));
    }
}
