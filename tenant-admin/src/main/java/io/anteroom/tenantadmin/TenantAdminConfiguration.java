package io.anteroom.tenantadmin;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The role {@code staff}: everything in this module. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class TenantAdminConfiguration {}
