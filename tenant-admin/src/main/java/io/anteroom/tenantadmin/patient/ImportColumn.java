package io.anteroom.tenantadmin.patient;

import io.anteroom.webkit.form.Field;
import java.util.List;

/**
 * A column of the file, to say what it is.
 *
 * @param samples its first values
 * @param field the choice
 */
public record ImportColumn(String name, List<String> samples, Field field) {}
