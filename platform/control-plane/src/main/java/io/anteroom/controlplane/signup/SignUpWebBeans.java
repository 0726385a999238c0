package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.controlplane.organisation.SlugReservations;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.controlplane.templates.StaticTemplates;
import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.security.RoleChain;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The pages of the base host. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignUpSettings.class)
public class SignUpWebBeans {

    private static final int MOST_FOLLOWERS = 300;

    /** Behind the chains of narrower paths on the same host, such as the payment provider's. */
    private static final int LATE = 1_000;

    @Bean
    Templates signUpTemplates() {
        return new StaticTemplates();
    }

    @Bean
    @Order(LATE)
    SecurityFilterChain signUpChain(HttpSecurity http, RoleChain chains) {
        return chains.begin(http, Host.PLATFORM)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    SignUpLimits signUpLimits(SignUpSettings settings) {
        return SignUpLimits.of(settings);
    }

    @Bean
    MailLimit signUpMailLimit(@Qualifier("control") JdbcClient control, SignUpSettings settings, Clock clock) {
        return new MailLimit(control, settings.mailsPerHour(), clock);
    }

    @Bean
    SignUps signUps(
            SignUpStore store,
            SlugReservations slugs,
            ConfirmationMail mail,
            MailLimit mailLimit,
            Provisioning provisioning,
            Clock clock,
            LinkTokens tokens) {
        return new SignUps(store, slugs, mail, mailLimit, provisioning, clock, tokens);
    }

    @Bean
    SlugCheck slugCheck(SlugReservations slugs, SignUpStore store, Clock clock) {
        return new SlugCheck(slugs, store, clock);
    }

    @Bean
    FrontController frontController(Templates signUpTemplates, SignUpSettings settings) {
        return new FrontController(signUpTemplates, settings);
    }

    @Bean
    FormController signUpFormController(
            SignUps signUps,
            SignUpSettings settings,
            SignUpLimits limits,
            Templates signUpTemplates,
            WebSettings web,
            Clock clock,
            LinkTokens tokens) {
        var stamp = new FormStamp(settings.formKey(), settings.leastFillTime(), clock);
        return new FormController(signUps, stamp, limits.forms(), signUpTemplates, web, tokens);
    }

    @Bean
    FormHelpController signUpFormHelpController(
            SlugCheck slugs, SignUpLimits limits, Templates signUpTemplates, WebSettings web) {
        return new FormHelpController(slugs, limits.lookUps(), signUpTemplates, web);
    }

    @Bean
    SentController signUpSentController(SignUps signUps, SignUpLimits limits, Templates signUpTemplates) {
        return new SentController(signUps, limits.forms(), signUpTemplates);
    }

    @Bean
    ConfirmationController signUpConfirmationController(
            SignUps signUps, SignUpLimits limits, Links links, Templates signUpTemplates) {
        return new ConfirmationController(signUps, limits.forms(), links, signUpTemplates);
    }

    @Bean
    ProgressController signUpProgressController(
            SignUps signUps, Provisioning provisioning, Links links, Templates signUpTemplates, Clock clock) {
        var events = new ProgressEvents(provisioning, MOST_FOLLOWERS);
        return new ProgressController(signUps, provisioning, events, links, signUpTemplates, clock);
    }
}
