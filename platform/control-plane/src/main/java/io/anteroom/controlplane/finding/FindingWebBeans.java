package io.anteroom.controlplane.finding;

import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.controlplane.templates.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages, for the role {@code signup}. */
@Configuration(proxyBeanMethods = false)
public class FindingWebBeans {

    @Bean
    FindController findController(Searches searches, LinkTokens tokens, Templates signUpTemplates) {
        return new FindController(searches, tokens, signUpTemplates);
    }
}
