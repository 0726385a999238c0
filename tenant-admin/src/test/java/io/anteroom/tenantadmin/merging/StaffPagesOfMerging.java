package io.anteroom.tenantadmin.merging;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The pages of merging beside those of patients, whose tests' configuration is found among them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = {"io.anteroom.tenantadmin.merging", "io.anteroom.tenantadmin.patient"})
class StaffPagesOfMerging {}
