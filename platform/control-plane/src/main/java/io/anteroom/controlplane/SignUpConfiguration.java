package io.anteroom.controlplane;

import io.anteroom.controlplane.finding.FindingBeans;
import io.anteroom.controlplane.finding.FindingWebBeans;
import io.anteroom.controlplane.identity.IdentityBeans;
import io.anteroom.controlplane.provisioning.ProvisioningBeans;
import io.anteroom.controlplane.signup.SignUpBeans;
import io.anteroom.controlplane.signup.SignUpWebBeans;
import io.anteroom.controlplane.welcome.WelcomeBeans;
import io.anteroom.controlplane.welcome.WelcomeWebBeans;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The role {@code signup}: the front page, the form, the confirmation, the progress page, the owner's welcome, and
 * finding one's clinic, all on the base host. Needs the configurations of tenancy, messaging and web-kit, and a {@code Clock}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    FindingBeans.class,
    FindingWebBeans.class,
    IdentityBeans.class,
    ProvisioningBeans.class,
    SignUpBeans.class,
    SignUpWebBeans.class,
    WelcomeBeans.class,
    WelcomeWebBeans.class
})
public class SignUpConfiguration {}
