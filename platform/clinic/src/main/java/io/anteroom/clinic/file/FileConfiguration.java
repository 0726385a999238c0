package io.anteroom.clinic.file;

import io.anteroom.clinic.file.scan.Scanner;
import io.anteroom.clinic.file.seal.PlatformKeys;
import io.anteroom.clinic.file.store.ObjectStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What files need from outside: keys, a scanner where one is set, an object store where one is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FileConfiguration {

    @Bean
    PlatformKeys platformKeysForFiles(FileSettings settings) {
        return new PlatformKeys(settings.key(), settings.previousKey());
    }

    @Bean
    Scanner virusScanner(FileSettings settings) {
        return settings.scanner().scanner();
    }

    @Bean
    @ConditionalOnProperty("anteroom.files.s3.endpoint")
    ObjectStore objectStore(FileSettings settings) {
        return new ObjectStore(settings.s3());
    }
}
