package io.anteroom.webkit.language;

import io.anteroom.language.Language;
import java.util.List;
import java.util.Optional;

/** What the portal of the bound clinic knows of languages. */
public interface SpokenLanguages {

    /** Those the clinic offers, its own first. */
    List<Language> offered();

    /** What the person chose who is signed in on this request. */
    Optional<Language> ofWhoIsSignedIn();
}
