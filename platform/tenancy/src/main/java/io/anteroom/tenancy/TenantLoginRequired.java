package io.anteroom.tenancy;

import org.springframework.context.annotation.Configuration;

/**
 * For processes that work on clinics' data: without the tenants' login they do not start, rather than fail at somebody's
 * first page. The others are better off without it.
 */
@Configuration(proxyBeanMethods = false)
public class TenantLoginRequired {

    TenantLoginRequired(TenancySettings settings) {
        settings.requireTenantLogin();
    }
}
