package io.anteroom.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the sources of all modules against the catalogues of all modules. It reads files, and starts nothing. */
class TranslationsTest {

    /** What patients read and nobody has translated yet, as folders. It only ever becomes shorter. */
    private static final List<String> NOT_YET = List.of();

    /** What patients read. */
    private static final List<String> PATIENTS =
            List.of("portal/src/main/jte", "portal/src/main/java", "platform/web-kit/src/main/jte");

    /** What the staff and the operators read stays English. */
    private static final Set<String> STAFF = Set.of(
            "platform/web-kit/src/main/jte/layout/staff.jte",
            "platform/web-kit/src/main/jte/layout/platform.jte",
            "platform/web-kit/src/main/jte/part/nobody.jte",
            "platform/web-kit/src/main/jte/part/previewing.jte",
            "platform/web-kit/src/main/jte/part/workEnding.jte",
            "portal/src/main/jte/session/previewEnded.jte");

    /** Names of browsers and systems, kept in English with a session and said by the page that lists them. */
    private static final String STORED = "portal/src/main/java/io/anteroom/portal/signin/Device.java";

    /** The domain, whose prose patients read too: mail, papers, calendar files. */
    private static final String DOMAIN = "platform/clinic/src/main/java/io/anteroom/clinic/";

    /** What of it staff read, as files and folders; the file says why. */
    private static final String READ_BY_STAFF = "platform/language/src/test/resources/read-by-staff.txt";

    /** What mail and text messages are made of, in whatever module. */
    private static final Pattern MESSAGE = Pattern.compile("\\b(EmailContent|SmsContent)\\.of\\(");

    /** Mail to staff, operators and those who sign a clinic up, which is English. */
    private static final List<String> MAIL_TO_STAFF = List.of("platform/control-plane/src/main/java/");

    /** Acts on no patient's record: nobody but staff reads of them. */
    private static final List<String> OF_NO_RECORD = List.of(
            "AUTHENTICATION_CHANGED",
            "ACCOUNT_MODEL_CHANGED",
            "CREDENTIALS_EXPORTED",
            "LOCATION_",
            "PRACTITIONER_",
            "SERVICE_",
            "WORKING_HOURS_CHANGED",
            "HOLIDAYS_CHANGED",
            "BOOKING_SETTINGS_CHANGED",
            "TIME_",
            "APPOINTMENTS_EXPORTED",
            "RELEASE_RULES_CHANGED",
            "QUESTIONNAIRE_",
            "PORTAL_SWITCHED_",
            "PORTAL_SETTINGS_CHANGED",
            "PROFILE_SETTINGS_CHANGED",
            "BRANDING_PUBLISHED",
            "PAYMENTS_SETUP_",
            "PRICE_",
            "INVOICES_",
            "BOOKS_",
            "STAFF_");

    /** The classes that hand on the texts of others. */
    private static final Set<String> HANDING_ON = Set.of("Say.java", "Words.java", "Rich.java", "AuditAction.java");

    /** Who says anything imports one of these; other classes have methods of the same name. */
    private static final Pattern SPEAKS = Pattern.compile(
            "import (static )?io\\.anteroom\\.(language|clinic\\.access\\.language|clinic\\.access\\.notice|webkit\\.Rich)\\b");

    private static final Pattern ACT = Pattern.compile("(?m)^ +([A-Z_]+)\\(\"([^\"]+)\"\\)[,;]$");
    private static final Pattern TAG = Pattern.compile("</?[a-z][a-z0-9]*>");
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private record Catalogued(String file, PoFile.Entry entry) {

        String where() {
            return file + ":" + entry.line() + ": " + entry.english();
        }
    }

    @Test
    void whatIsSaidIsALiteralSoThatItCanBeFound() {
        List<String> unknown = new ArrayList<>();
        said(unknown);
        assertThat(unknown).isEmpty();
    }

    @Test
    void eachTextIsAPatternThatIsGivenWhatItNames() {
        List<String> wrong = new ArrayList<>();
        for (SourceText.Said said : said(new ArrayList<>())) {
            Shape shape = Shape.of(said.english());
            if (!shape.names().equals(Set.copyOf(said.arguments()))) {
                wrong.add(said.place() + ": " + said.english() + " is given " + said.arguments());
            }
            shape.plurals(Language.ENGLISH).forEach(fault -> wrong.add(said.place() + ": " + fault));
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"GERMAN", "ARABIC"})
    void eachTextIsTranslated(Language language) {
        Set<String> translated = entries(language).stream()
                .filter(found -> !found.entry().translation().isBlank())
                .map(found -> found.entry().key())
                .collect(Collectors.toSet());
        assertThat(said(new ArrayList<>()))
                .filteredOn(said -> !translated.contains(said.key()))
                .extracting(said -> said.place() + ": " + said.english())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"GERMAN", "ARABIC"})
    void noTranslationIsOfATextThatNobodySays(Language language) {
        Set<String> used =
                said(new ArrayList<>()).stream().map(SourceText.Said::key).collect(Collectors.toSet());
        used.addAll(acts().values());
        assertThat(entries(language))
                .filteredOn(found -> !used.contains(found.entry().key()))
                .extracting(Catalogued::where)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"GERMAN", "ARABIC"})
    void aTranslationNamesWhatTheEnglishDoesAndHasThePluralsOfItsLanguage(Language language) {
        List<String> wrong = new ArrayList<>();
        for (Catalogued found : entries(language)) {
            Shape english = Shape.of(found.entry().english());
            try {
                Shape translation = Shape.of(found.entry().translation());
                if (!english.names().equals(translation.names())) {
                    wrong.add(found.where() + ": names " + translation.names());
                }
                if (!english.tags().equals(translation.tags())) {
                    wrong.add(found.where() + ": has the tags " + translation.tags());
                }
                translation.plurals(language).forEach(fault -> wrong.add(found.where() + ": " + fault));
            } catch (IllegalArgumentException e) {
                wrong.add(found.where() + ": " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"GERMAN", "ARABIC"})
    void oneTextHasOneTranslation(Language language) {
        Map<String, String> translations = new HashMap<>();
        List<String> two = new ArrayList<>();
        for (Catalogued found : entries(language)) {
            String before =
                    translations.putIfAbsent(found.entry().key(), found.entry().translation());
            if (before != null && !before.equals(found.entry().translation())) {
                two.add(found.where() + ": " + before + " or " + found.entry().translation());
            }
        }
        assertThat(two).isEmpty();
    }

    @Test
    void nothingThatPatientsReadIsWrittenPastTheCatalogues() {
        assertThat(patients(false).flatMap(TranslationsTest::hardCoded)).isEmpty();
    }

    @Test
    void nothingThatTheDomainSaysToPatientsIsWrittenPastTheCatalogues() {
        assertThat(files(DOMAIN, ".java")
                        .filter(file -> readByStaff().stream()
                                .noneMatch(path -> name(file).startsWith(DOMAIN + path)))
                        .flatMap(file -> spoken(file).stream()))
                .as("what is for staff alone goes into %s", READ_BY_STAFF)
                .isEmpty();
    }

    @Test
    void whatIsListedAsReadByStaffIsThere() {
        assertThat(readByStaff())
                .allSatisfy(path -> assertThat(files(DOMAIN, ".java")
                                .filter(file -> name(file).startsWith(DOMAIN + path))
                                .flatMap(file -> spoken(file).stream()))
                        .as("%s, which could leave the list", path)
                        .isNotEmpty());
    }

    @Test
    void noMessageIsWrittenPastTheCatalogues() {
        assertThat(modules()
                        .flatMap(module -> files(module + "/src/main/java", ".java"))
                        .filter(file -> MAIL_TO_STAFF.stream().noneMatch(name(file)::startsWith))
                        .filter(file -> MESSAGE.matcher(text(file)).find())
                        .flatMap(file -> spoken(file).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"GERMAN", "ARABIC"})
    void whatWasDoneWithARecordIsTranslated(Language language) {
        Set<String> translated =
                entries(language).stream().map(found -> found.entry().english()).collect(Collectors.toSet());
        assertThat(acts().entrySet())
                .filteredOn(act -> OF_NO_RECORD.stream().noneMatch(act.getKey()::startsWith))
                .filteredOn(act -> !translated.contains(act.getValue()))
                .isEmpty();
    }

    @Test
    void whatIsListedAsUntranslatedStillIs() {
        assertThat(NOT_YET)
                .allSatisfy(folder -> assertThat(
                                patients(true).filter(file -> name(file).startsWith(folder + "/")))
                        .as("%s, which could leave the list", folder)
                        .anySatisfy(file -> assertThat(hardCoded(file)).isNotEmpty()));
    }

    private static Stream<String> hardCoded(Path file) {
        return (name(file).endsWith(".jte")
                        ? HardCoded.inTemplate(name(file), text(file))
                        : HardCoded.inJava(name(file), text(file)))
                .stream();
    }

    private static Stream<Path> patients(boolean notYet) {
        return PATIENTS.stream()
                .flatMap(folder -> files(folder, ".jte", ".java"))
                .filter(file -> !STAFF.contains(name(file)) && !STORED.equals(name(file)))
                .filter(file -> NOT_YET.stream().anyMatch(folder -> name(file).startsWith(folder + "/")) == notYet);
    }

    private List<SourceText.Said> said(Collection<String> unknown) {
        List<SourceText.Said> said = new ArrayList<>();
        modules()
                .flatMap(module -> files(module + "/src/main", ".jte", ".java"))
                .forEach(file -> {
                    boolean speaks = SPEAKS.matcher(text(file)).find();
                    if (!speaks || HANDING_ON.contains(String.valueOf(file.getFileName()))) {
                        return;
                    }
                    for (SourceText.Call call : new SourceText(name(file), text(file)).calls()) {
                        call.said().ifPresentOrElse(said::add, () -> unknown.add(name(file)));
                    }
                });
        said.add(new SourceText.Said("", "{day}, {time}", List.of("day", "time"), "Words.java"));
        return said;
    }

    /** What is said of acts in the log, by their names. */
    private static Map<String, String> acts() {
        return ACT.matcher(
                        text(ROOT.resolve("platform/clinic/src/main/java/io/anteroom/clinic/audit/AuditAction.java")))
                .results()
                .collect(Collectors.toMap(act -> act.group(1), act -> act.group(2)));
    }

    private static List<String> readByStaff() {
        return text(ROOT.resolve(READ_BY_STAFF))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> spoken(Path file) {
        return HardCoded.spokenInJava(name(file), text(file));
    }

    private static List<Catalogued> entries(Language language) {
        return modules()
                .flatMap(module -> files(module + "/src/main/resources/words", "/" + language.tag() + ".po"))
                .flatMap(file ->
                        PoFile.read(name(file), text(file)).stream().map(entry -> new Catalogued(name(file), entry)))
                .toList();
    }

    private static Stream<String> modules() {
        return Stream.of(
                "platform/language",
                "platform/messaging",
                "platform/web-kit",
                "platform/clinic",
                "platform/control-plane",
                "tenant-admin",
                "portal");
    }

    private static Stream<Path> files(String folder, String... endings) {
        Path start = ROOT.resolve(folder);
        if (!Files.isDirectory(start)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(start)) {
            return all
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has to be the same in all languages, and what belongs to one. */
    private record Shape(String pattern, MessagePattern parsed) {

        static Shape of(String pattern) {
            return new Shape(pattern, new MessagePattern(pattern));
        }

        Set<String> names() {
            Set<String> names = new HashSet<>();
            for (int i = 0; i < parsed.countParts(); i++) {
                if (parsed.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                    names.add(parsed.getSubstring(parsed.getPart(i)));
                }
            }
            return names;
        }

        List<String> tags() {
            return TAG.matcher(pattern)
                    .results()
                    .map(result -> result.group())
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** What its plurals lack. */
        List<String> plurals(Language language) {
            Set<String> needed = PluralRules.forLocale(language.locale("")).getKeywords();
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < parsed.countParts(); i++) {
                MessagePattern.Part part = parsed.getPart(i);
                if (part.getType() != MessagePattern.Part.Type.ARG_START
                        || part.getArgType() != MessagePattern.ArgType.PLURAL) {
                    continue;
                }
                Set<String> there = new TreeSet<>();
                int depth = 0;
                for (int j = i + 1; j < parsed.getLimitPartIndex(i); j++) {
                    switch (parsed.getPartType(j)) {
                        case MSG_START -> depth++;
                        case MSG_LIMIT -> depth--;
                        case ARG_SELECTOR -> {
                            if (depth == 0) {
                                there.add(parsed.getSubstring(parsed.getPart(j)));
                            }
                        }
                        default -> {}
                    }
                }
                if (!there.containsAll(needed)) {
                    wrong.add("has the plurals " + there + " and needs " + needed);
                }
            }
            return wrong;
        }
    }
}
