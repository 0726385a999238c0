package io.anteroom.controlplane.finding;

import io.anteroom.webkit.form.FormErrors;

/**
 * The form as shown.
 *
 * @param key random; the same form sent twice is one search
 * @param typed what was typed last
 */
public record FindPage(String key, String typed, FormErrors errors) {}
