package io.anteroom.tenancy;

import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The smallest application with tenancy in it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TenancyConfiguration.class)
public class TestApplication {

    /** Starts it on {@code url}, with what {@code beans} adds. */
    public static ConfigurableApplicationContext start(
            TwoTenants tenants, String url, Consumer<GenericApplicationContext> beans, Class<?>... configurations) {
        return new SpringApplicationBuilder(TestApplication.class)
                .sources(configurations)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> beans.accept((GenericApplicationContext) context))
                .properties(
                        "anteroom.tenancy.url=" + url,
                        "anteroom.tenancy.control-password=control",
                        "anteroom.tenancy.tenant-password=tenant",
                        "anteroom.tenancy.sub-pools=1",
                        "anteroom.tenancy.connections-per-sub-pool=3",
                        "anteroom.work.polling-interval=1h",
                        "anteroom.work.heartbeat-interval=200ms",
                        "spring.jpa.open-in-view=false",
                        "spring.jpa.hibernate.ddl-auto=none")
                .run();
    }
}
