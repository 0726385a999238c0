package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.settings.DesignChange;
import io.anteroom.clinic.settings.LogoReader;
import io.anteroom.clinic.settings.LogoReading;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.webkit.form.FormErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Makes a design of the form and of the logo sent with it. */
@Component
class DraftDesign {

    private final PortalSetup setup;

    DraftDesign(PortalSetup setup) {
        this.setup = setup;
    }

    /**
     * What was sent.
     *
     * @param change what is wanted
     * @param errors what is wrong; the change is then nothing to keep
     */
    record Reading(DesignChange change, FormErrors errors) {}

    Reading read(PortalForm form, @Nullable MultipartFile file) {
        PortalDesign design = form.design(setup.settings().current());
        DesignChange change = new DesignChange(Objects.requireNonNullElse(form.seen(), ""), design, null);
        FormErrors errors = form.errors();
        if (errors.any() || file == null || file.isEmpty()) {
            return new Reading(change, errors);
        }
        return switch (read(file)) {
            case LogoReading.Accepted(var logo) ->
                new Reading(new DesignChange(change.seen(), design.withLogo(logo.id()), logo), errors);
            case LogoReading.NotAPicture() ->
                new Reading(change, errors.with("file", "Choose a PNG or JPEG picture. This file is neither"));
            case LogoReading.TooLarge() ->
                new Reading(
                        change, errors.with("file", "Choose a picture of at most 2 MB and 6,000 pixels on each side"));
        };
    }

    /** Whatever is too large stays on the disk. */
    private static LogoReading read(MultipartFile file) {
        if (file.getSize() > LogoReader.MAX_BYTES) {
            return new LogoReading.TooLarge();
        }
        try {
            return LogoReader.read(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
