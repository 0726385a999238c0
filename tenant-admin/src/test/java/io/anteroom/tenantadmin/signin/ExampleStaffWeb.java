package io.anteroom.tenantadmin.signin;

import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRegister;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebKitConfiguration;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A staff web of one page below an organisation, and the sign-in in front of it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = {SignInConfiguration.class, StaffPages.class})
@Import({TenancyConfiguration.class, WebKitConfiguration.class, StaffRegister.class, ExampleStaffWeb.WhoController.class
})
class ExampleStaffWeb {

    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @RestController
    @OnHost(Host.STAFF)
    @RequestMapping("/o/{organisation}")
    static class WhoController {

        @GetMapping("/who")
        @Needs(Permission.ENTER)
        String who(StaffMember member) {
            return member.name() + " " + member.roles() + " at "
                    + CurrentTenant.get().name();
        }

        @GetMapping("/calendar/changes")
        @Needs(Permission.ENTER)
        String changes(StaffMember member) {
            return "none for " + member.name();
        }

        @GetMapping("/settings")
        @Needs(Permission.CHANGE_SETTINGS)
        String settings() {
            return "settings";
        }

        @GetMapping("/act")
        @Needs(Permission.ENTER)
        String form() {
            return "form";
        }

        @PostMapping("/act")
        @Needs(Permission.ENTER)
        String act() {
            return "done";
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "nobody may see this";
        }
    }
}
