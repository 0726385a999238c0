package io.anteroom.controlplane.signup;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign up.
 *
 * @param formKey signs the time at which a form was opened; the same on all replicas, 32 characters or more
 * @param operator who runs this platform, for the terms and the privacy page
 * @param contact the email address at which the operator answers, for the same pages
 * @param formsPerHour how many forms one network address may send in an hour
 * @param slugChecksPerMinute how many addresses one network address may look up in a minute
 * @param mailsPerHour how many confirmation mails one email address gets in an hour
 * @param leastFillTime how long a person needs at least for the form
 */
@Validated
@ConfigurationProperties("anteroom.control-plane.sign-up")
public record SignUpSettings(
        @NotNull @Size(min = 32) String formKey,
        @NotBlank @DefaultValue("Anteroom") String operator,
        @NotBlank @Email String contact,
        @DefaultValue("20") int formsPerHour,
        @DefaultValue("90") int slugChecksPerMinute,
        @DefaultValue("4") int mailsPerHour,
        @NotNull @DefaultValue("3s") Duration leastFillTime) {

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "SignUpSettings[operator=" + operator + ", contact=" + contact + "]";
    }
}
