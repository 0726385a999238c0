package io.anteroom.stripeemulator.http;

import java.util.Map;

/**
 * One request, as a handler sees it.
 *
 * @param method GET, POST or DELETE
 * @param path without query
 * @param variables what stood in the route's braces
 * @param params query and body
 * @param account the connected account it acts on, or empty for the platform's own
 */
public record Call(String method, String path, Map<String, String> variables, Params params, String account) {

    /** What stood in the route's braces under that name. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no {" + name + "}");
        }
        return value;
    }
}
