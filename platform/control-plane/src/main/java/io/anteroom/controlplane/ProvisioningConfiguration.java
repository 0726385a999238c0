package io.anteroom.controlplane;

import io.anteroom.controlplane.finding.FindingBeans;
import io.anteroom.controlplane.finding.FindingWorkBeans;
import io.anteroom.controlplane.identity.IdentityBeans;
import io.anteroom.controlplane.provisioning.ProvisioningBeans;
import io.anteroom.controlplane.provisioning.SagaBeans;
import io.anteroom.controlplane.rollout.RolloutMetricsBeans;
import io.anteroom.controlplane.signup.SignUpBeans;
import io.anteroom.controlplane.signup.SignUpWorkBeans;
import io.anteroom.controlplane.welcome.WelcomeBeans;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The control plane's part of the role {@code worker}: the saga that makes tenants, forgetting sign-ups that nobody
 * confirmed, and sending people the portals that know them. Needs the configurations of tenancy, its work, and messaging, a {@code TenantSchemas} and a {@code Clock}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    FindingBeans.class,
    FindingWorkBeans.class,
    IdentityBeans.class,
    ProvisioningBeans.class,
    RolloutMetricsBeans.class,
    SagaBeans.class,
    SignUpBeans.class,
    SignUpWorkBeans.class,
    WelcomeBeans.class
})
public class ProvisioningConfiguration {}
