package io.anteroom.controlplane;

import io.anteroom.controlplane.fleet.FleetBeans;
import io.anteroom.controlplane.operator.OperatorBeans;
import io.anteroom.controlplane.provisioning.ProvisioningBeans;
import io.anteroom.controlplane.rollout.RolloutBeans;
import io.anteroom.controlplane.rollout.RolloutMetricsBeans;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The role {@code operator}: the console of those who run the platform, on {@code ops.}. It reads the control schema and
 * nothing else; no clinic's code is loaded with it. Needs the configurations of tenancy and web-kit, and a {@code Clock}.
 */
@Configuration(proxyBeanMethods = false)
@Import({ProvisioningBeans.class, OperatorBeans.class, FleetBeans.class, RolloutBeans.class, RolloutMetricsBeans.class})
public class OperatorConfiguration {}
