package io.anteroom.tenancy.data;

import java.time.Clock;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

@Configuration(proxyBeanMethods = false)
@EntityScan
@EnableJpaRepositories(considerNestedRepositories = true)
class NotesConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
