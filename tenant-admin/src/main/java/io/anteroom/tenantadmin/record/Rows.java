package io.anteroom.tenantadmin.record;

import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** The buttons of a form that add and remove rows. */
final class Rows {

    private Rows() {}

    /** The form with a row more or less, if one of these buttons sent it. */
    static Optional<EntryForm> changed(EntryForm form, MultiValueMap<String, String> sent) {
        if (sent.containsKey("add")) {
            return Optional.of(form.withRow());
        }
        String remove = sent.getFirst("remove");
        return remove == null
                ? Optional.empty()
                : Optional.of(form.withoutRow(remove.matches("[0-9]{1,3}") ? Integer.parseInt(remove) : -1));
    }
}
