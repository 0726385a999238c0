package io.anteroom.controlplane.fleet;

import io.anteroom.controlplane.operator.OperatorLog;
import io.anteroom.controlplane.provisioning.Provisioning;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import io.anteroom.webkit.host.Links;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of tenants and jobs of the operators' console. */
@Configuration(proxyBeanMethods = false)
public class FleetBeans {

    @Bean
    Tenants tenants(@Qualifier("control") JdbcClient control, Clock clock) {
        return new Tenants(control, clock);
    }

    @Bean
    TenantDetails tenantDetails(Tenants tenants, Provisioning provisioning, OperatorLog log, Links links) {
        return new TenantDetails(tenants, provisioning, log, links);
    }

    @Bean
    TenantActs tenantActs(
            @Qualifier("control") JdbcClient control,
            Provisioning provisioning,
            PlatformWorkQueue work,
            OperatorLog log) {
        return new TenantActs(control, provisioning, work, log);
    }

    @Bean
    TenantsController tenantsController(Tenants tenants, TenantDetails tenantDetails) {
        return new TenantsController(tenants, tenantDetails);
    }

    @Bean
    TenantActController tenantActController(TenantDetails tenantDetails, TenantActs acts) {
        return new TenantActController(tenantDetails, acts);
    }

    @Bean
    Jobs jobs(@Qualifier("control") JdbcClient control, OperatorLog log, Clock clock) {
        return new Jobs(control, log, clock);
    }

    @Bean
    JobsController jobsController(Jobs jobs) {
        return new JobsController(jobs);
    }

    @Bean
    JobActController jobActController(Jobs jobs) {
        return new JobActController(jobs);
    }
}
