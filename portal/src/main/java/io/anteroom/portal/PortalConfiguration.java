package io.anteroom.portal;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The role {@code portal}: everything in this module. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class PortalConfiguration {}
