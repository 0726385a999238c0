package io.anteroom.webkit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the platform is reached.
 *
 * @param baseHost the host under which all others stand, with its port where it is not the scheme's own:
 *     {@code example.org}, {@code localhost:8080}
 * @param scheme {@code https}, or {@code http} on a developer's machine; https also turns on HSTS and secure cookies
 * @param formTargets origins besides our own that a form may end at, directly or by the redirect that answers it: the
 *     payment page's and the staff sign-in's, as {@code https://checkout.stripe.com}
 * @param maxUpload the largest file that is read at all; what a page takes is less, so that it can say so itself
 */
@Validated
@ConfigurationProperties("anteroom.web")
public record WebSettings(
        @NotBlank @DefaultValue("localhost:8080") String baseHost,
        @Pattern(regexp = "https?") @DefaultValue("https") String scheme,
        @NotNull @DefaultValue List<String> formTargets,
        @NotNull @DefaultValue("30MB") DataSize maxUpload) {

    /** Whether browsers reach the platform by TLS, and cookies may say so. */
    public boolean secure() {
        return scheme.equals("https");
    }
}
