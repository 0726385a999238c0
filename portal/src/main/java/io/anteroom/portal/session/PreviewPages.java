package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.Preview;
import io.anteroom.clinic.staff.Permission;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pages a preview shows, and what staff have to be allowed to do to be shown them there. They are named one by one:
 * what is not here, downloads and every new page among it, is no part of a preview.
 */
final class PreviewPages {

    private static final String REFERENCE = "[a-z2-7]{16}";
    private static final String NUMBER = "[0-9]{1,18}";

    private record Shown(Pattern path, Permission needed) {}

    private static final List<Shown> SHOWN = List.of(
            shown("/", Permission.SEE_PATIENTS),
            shown("/appointments(/" + REFERENCE + ")?", Permission.MANAGE_APPOINTMENTS),
            shown("/invoices(/" + NUMBER + "|/statement)?", Permission.SEE_INVOICES),
            shown("/records(/" + NUMBER + "|/kinds/[a-z-]+)?", Permission.SEE_RECORDS),
            shown("/questionnaires(/" + REFERENCE + ")?", Permission.SEE_ANSWERS),
            shown("/documents(/" + NUMBER + ")?", Permission.REVIEW_DOCUMENTS),
            shown("/profile", Permission.SEE_PATIENTS),
            shown("/privacy", Permission.ENTER),
            shown("/brand/logo/[0-9a-f]{32}\\.png", Permission.ENTER));

    private PreviewPages() {}

    private static Shown shown(String path, Permission needed) {
        return new Shown(Pattern.compile(path), needed);
    }

    /** What is needed to be shown {@code path}; nothing where it is no part of a preview. */
    static Optional<Permission> needed(String path) {
        return SHOWN.stream()
                .filter(page -> page.path().matcher(path).matches())
                .findFirst()
                .map(Shown::needed);
    }

    /** Whether that is a page of a preview at all. */
    static boolean has(String path) {
        return needed(path).isPresent();
    }

    /** Whether who looks may see there what the page is about. */
    static boolean opens(Preview preview, String path) {
        return needed(path).filter(preview::may).isPresent();
    }
}
