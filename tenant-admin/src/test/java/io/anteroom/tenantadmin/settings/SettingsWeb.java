package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.tenantadmin.door.StaffDoor;
import io.anteroom.tenantadmin.home.SetupItem;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of settings and the home page, for anybody who says in a header what they are. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackageClasses = {PortalSettingsController.class, SetupItem.class, PortalSetup.class, AuditLog.class})
@Import(StaffDoor.class)
class SettingsWeb {

    /** A clinic that has not begun with payments. */
    @Bean
    Onboarding onboarding() {
        return new Onboarding() {
            @Override
            public OnboardingStart start(OnboardingReturn urls, String contactEmail) {
                throw new UnsupportedOperationException();
            }

            @Override
            public OnboardingStatus status() {
                return new OnboardingStatus(OnboardingStatus.Stage.NOT_STARTED, null, false, List.of(), null);
            }

            @Override
            public OnboardingStatus refresh() {
                return status();
            }
        };
    }
}
