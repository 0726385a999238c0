package io.anteroom.clinic.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that patients see of a clinic's choices. Texts are stripped and empty where there is none.
 *
 * @param name the name patients know the clinic by, 1 to 80 characters
 * @param main the colour of the main button and of links
 * @param accent the colour of the line at the top and of marks
 * @param welcome a sentence or two on the sign-in page, at most 600 characters
 * @param phone the number to reach a person, as people write it
 * @param email the address patients may write to; answers to the clinic's mails go there
 * @param address postal address, several lines
 * @param privacy what the clinic says about privacy, plain text with empty lines between paragraphs
 * @param logo the logo, if there is one
 * @param sections what the portal offers
 */
public record PortalDesign(
        String name,
        Colour main,
        Colour accent,
        String welcome,
        String phone,
        String email,
        String address,
        String privacy,
        @Nullable LogoId logo,
        Set<Section> sections) {

    private static final Colour MAIN = new Colour("#0f5c5c");
    private static final Colour ACCENT = new Colour("#b9692b");

    /** Copies the sections. */
    public PortalDesign {
        sections = Set.copyOf(sections);
    }

    /** What a clinic starts with: its own name, our colours, and the sections that have something to show without being set up. */
    public static PortalDesign plain(String name) {
        return new PortalDesign(
                name.substring(0, Math.min(80, name.length())),
                MAIN,
                ACCENT,
                "",
                "",
                "",
                "",
                "",
                null,
                EnumSet.of(Section.APPOINTMENTS, Section.CLINICAL_RECORDS, Section.INVOICES, Section.PROFILE));
    }

    /** The same with another logo, or none. */
    public PortalDesign withLogo(@Nullable LogoId other) {
        return new PortalDesign(name, main, accent, welcome, phone, email, address, privacy, other, sections);
    }

    /** Whether links and the main button can be read. */
    public ContrastCheck mainContrast() {
        return ContrastCheck.of(main, Colour.LIGHT_GROUND, Colour.TEXT);
    }

    /** Whether marks and lines can be seen. */
    public ContrastCheck accentContrast() {
        return ContrastCheck.of(accent, Colour.LIGHT_GROUND, Colour.MARKS);
    }

    /** What {@link #main} becomes in dark mode: the nearest colour that is readable there. */
    public Colour mainInTheDark() {
        return main.readableOn(Colour.DARK_GROUND, Colour.TEXT + 1);
    }

    /** What {@link #accent} becomes in dark mode. */
    public Colour accentInTheDark() {
        return accent.readableOn(Colour.DARK_GROUND, Colour.MARKS);
    }

    /** Whether patients would see another name, logo, colour, welcome or contact; sections aside. */
    boolean looksUnlike(PortalDesign other) {
        PortalDesign alike =
                new PortalDesign(name, main, accent, welcome, phone, email, address, privacy, logo, other.sections);
        return !alike.equals(other);
    }

    /** Stands for all of it: another design has another one. A form carries it, so that nobody overwrites what they haven't seen. */
    public String fingerprint() {
        Object[] all = {
            name,
            main.hex(),
            accent.hex(),
            welcome,
            phone,
            email,
            address,
            privacy,
            String.valueOf(logo),
            words(sections)
        };
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Arrays.toString(all).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is different in {@code other}, by the words of the form. Long texts are only named. */
    public Map<String, String> changesTo(PortalDesign other) {
        Map<String, String> changes = new LinkedHashMap<>();
        change(changes, "Name", name, other.name);
        change(changes, "Main colour", main, other.main);
        change(changes, "Second colour", accent, other.accent);
        change(changes, "Phone", phone, other.phone);
        change(changes, "Email", email, other.email);
        if (!sections.equals(other.sections)) {
            change(changes, "Sections", words(sections), words(other.sections));
        }
        named(changes, "Welcome text", welcome, other.welcome);
        named(changes, "Address", address, other.address);
        named(changes, "Privacy text", privacy, other.privacy);
        named(changes, "Logo", String.valueOf(logo), String.valueOf(other.logo));
        return changes;
    }

    private static void change(Map<String, String> changes, String label, Object before, Object after) {
        if (!before.equals(after)) {
            changes.put(label, before + " → " + after);
        }
    }

    private static void named(Map<String, String> changes, String label, String before, String after) {
        if (!before.equals(after)) {
            changes.put(label, "changed");
        }
    }

    private static String words(Set<Section> sections) {
        return sections.isEmpty() ? "none" : EnumSet.copyOf(sections).toString().replaceAll("[\\[\\]]", "");
    }
}
