package io.anteroom.stripeemulator.accounts;

import io.anteroom.stripeemulator.http.Call;
import io.anteroom.stripeemulator.http.Params;
import io.anteroom.stripeemulator.http.Reply;
import io.anteroom.stripeemulator.http.Routes;
import io.anteroom.stripeemulator.http.StripeError;
import io.anteroom.stripeemulator.store.Json;
import io.anteroom.stripeemulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Links to the hosted onboarding page: good for five minutes, and until the form was sent once. */
public final class AccountLinks {

    static final Set<String> CREATE = Set.of(
            "account",
            "use_case[type]",
            "use_case[account_onboarding][configurations][]",
            "use_case[account_onboarding][return_url]",
            "use_case[account_onboarding][refresh_url]",
            "use_case[account_onboarding][collection_options][fields]",
            "use_case[account_onboarding][collection_options][future_requirements]");

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String IN = "use_case[account_onboarding]";

    private final World world;
    private final Accounts accounts;

    /** Links to the onboarding of these accounts. */
    public AccountLinks(World world, Accounts accounts) {
        this.world = world;
        this.accounts = accounts;
    }

    /**
     * A link that was followed.
     *
     * @param account the account it is for
     * @param fresh whether it still works
     * @param done where to go when finished
     * @param again where to go for a new link
     */
    public record Followed(ObjectNode account, boolean fresh, String done, String again) {}

    /** Adds their routes. */
    public void routes(Routes routes) {
        routes.on("POST", "/v2/core/account_links", CREATE, this::create);
    }

    private Reply create(Call call) throws StripeError {
        Params params = call.params();
        ObjectNode account = accounts.require(params.required("account"));
        if (!params.required("use_case[type]").equals("account_onboarding")) {
            throw StripeError.invalid("parameter_invalid", "Only account_onboarding is known here.", "use_case.type");
        }
        Instant expires = world.clock().now().plus(LIFE).truncatedTo(ChronoUnit.MILLIS);
        String token = world.ids().letters(32);
        String done = params.required(IN + "[return_url]");
        String again = params.required(IN + "[refresh_url]");
        world.store()
                .note("", "link_" + token)
                .put("account", Json.text(account, "id"))
                .put("done", done)
                .put("again", again)
                .put("expires", expires.getEpochSecond());
        ObjectNode link = Json.object()
                .put("object", "v2.core.account_link")
                .put("account", Json.text(account, "id"))
                .put("created", world.clock().text())
                .put("expires_at", DateTimeFormatter.ISO_INSTANT.format(expires))
                .put("livemode", false)
                .put("url", world.address() + "/onboarding/" + token);
        ObjectNode onboarding = link.putObject("use_case")
                .put("type", "account_onboarding")
                .putObject("account_onboarding")
                .put("return_url", done)
                .put("refresh_url", again);
        onboarding.set("configurations", Json.array(params.list(IN + "[configurations]")));
        return Reply.ok(link);
    }

    /** The link with that token, or nothing if there never was one. */
    public Optional<Followed> follow(String token) throws StripeError {
        ObjectNode note = world.store().note("", "link_" + token);
        if (!note.has("account")) {
            return Optional.empty();
        }
        boolean fresh = !note.has("used")
                && world.clock().seconds() < note.get("expires").asLong();
        return Optional.of(new Followed(
                accounts.require(Json.text(note, "account")),
                fresh,
                Json.text(note, "done"),
                Json.text(note, "again")));
    }

    /** The form was sent: the link works no more, and the account is as far as the form took it. */
    public void submit(String token, Followed followed, String outcome) {
        world.store().note("", "link_" + token).put("used", true);
        switch (outcome) {
            case "approve" -> Capability.activate(followed.account());
            case "review" -> Capability.review(followed.account());
            default -> {
                return;
            }
        }
        accounts.changed(followed.account());
    }
}
