package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.settings.Colour;
import io.anteroom.clinic.settings.LogoId;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.webkit.form.FormErrors;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The portal's look and sections as typed. The colours come as text, so that a wrong one can be shown again.
 *
 * @param seen the fingerprint of the design this form began with
 * @param logo the id of the logo shown, empty for none
 * @param removeLogo {@code true} to show none any more
 * @param sections the names of the sections ticked
 */
public record PortalForm(
        @Nullable String seen,
        @Nullable String name,
        @Nullable String main,
        @Nullable String accent,
        @Nullable String welcome,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String privacy,
        @Nullable String logo,
        @Nullable String removeLogo,
        @Nullable List<String> sections) {

    static PortalForm of(PortalDesign design) {
        return new PortalForm(
                design.fingerprint(),
                design.name(),
                design.main().hex(),
                design.accent().hex(),
                design.welcome(),
                design.phone(),
                design.email(),
                design.address(),
                design.privacy(),
                Objects.toString(design.logo(), ""),
                null,
                design.sections().stream().map(Section::name).toList());
    }

    /** The same, to be saved over what is stored now, whose logo it takes. */
    PortalForm over(PortalDesign stored) {
        return new PortalForm(
                stored.fingerprint(),
                name,
                main,
                accent,
                welcome,
                phone,
                email,
                address,
                privacy,
                Objects.toString(stored.logo(), ""),
                removeLogo,
                sections);
    }

    /** Whether {@code section} is ticked. */
    public boolean has(Section section) {
        return sections != null && sections.contains(section.name());
    }

    FormErrors errors() {
        FormErrors errors = FormErrors.none();
        errors = text(name).isEmpty()
                ? errors.with("name", "Enter the name patients know you by")
                : tooLong(errors, "name", name, 80);
        if (Colour.parse(text(main)).isEmpty()) {
            errors = errors.with("main", "Enter the main colour as six digits, like #0f5c5c");
        }
        if (Colour.parse(text(accent)).isEmpty()) {
            errors = errors.with("accent", "Enter the second colour as six digits, like #b9692b");
        }
        errors = tooLong(errors, "welcome", welcome, 600);
        if (!text(phone).matches("[-+()/. 0-9]{0,40}")) {
            errors = errors.with("phone", "Enter a phone number, like 020 7946 0123");
        }
        if (!text(email).isEmpty() && EmailAddress.parse(text(email)).isEmpty()) {
            errors = errors.with("email", "Enter an email address, like name@example.org");
        }
        errors = tooLong(errors, "address", address, 300);
        return tooLong(errors, "privacy", privacy, 20_000);
    }

    /** The design typed; what cannot be read is as in {@code before}, so that a preview can be drawn of anything. */
    PortalDesign design(PortalDesign before) {
        return new PortalDesign(
                text(name).isEmpty() ? before.name() : cut(name, 80),
                Colour.parse(text(main)).orElse(before.main()),
                Colour.parse(text(accent)).orElse(before.accent()),
                cut(welcome, 600),
                cut(phone, 40),
                cut(email, 254),
                cut(address, 300),
                cut(privacy, 20_000),
                logoId(),
                chosen(before));
    }

    /** The sections ticked, and of those that are not offered yet, what was stored. */
    private Set<Section> chosen(PortalDesign before) {
        return Arrays.stream(Section.values())
                .filter(section ->
                        section.built() ? has(section) : before.sections().contains(section))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    private @Nullable LogoId logoId() {
        return "true".equals(removeLogo) || !text(logo).matches("[0-9a-f]{32}") ? null : new LogoId(text(logo));
    }

    private static FormErrors tooLong(FormErrors errors, String field, @Nullable String typed, int most) {
        return text(typed).length() <= most
                ? errors
                : errors.with(
                        field,
                        "Shorten this to " + most + " characters; it has "
                                + text(typed).length());
    }

    private static String cut(@Nullable String typed, int most) {
        return text(typed).substring(0, Math.min(most, text(typed).length()));
    }

    /** What was typed, with one kind of line break and nothing around. */
    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }
}
