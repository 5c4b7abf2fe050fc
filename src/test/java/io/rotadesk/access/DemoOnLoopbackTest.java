package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** Passwords that everybody knows work on this computer only, unless somebody opens it deliberately. */
class DemoOnLoopbackTest {

    @Test
    void ownDatabaseAndNothingElseListensOnThisComputer() {
        assertThat(address(new MockEnvironment())).isEqualTo("127.0.0.1");
    }

    @Test
    void anotherDatabaseListensForAll() {
        assertThat(address(
                        new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/rotadesk")))
                .isNull();
    }

    @Test
    void demoOnAnotherDatabaseListensOnThisComputerToo() {
        assertThat(address(new MockEnvironment()
                        .withProperty("spring.datasource.url", "jdbc:postgresql://db/rotadesk")
                        .withProperty("rotadesk.demo", "true")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void noDemoListensForAll() {
        assertThat(address(new MockEnvironment().withProperty("rotadesk.demo", "false")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"server.address,0.0.0.0", "server.address,192.0.2.7"})
    void aConfiguredAddressIsUsed(String property, String value) {
        assertThat(address(new MockEnvironment().withProperty(property, value))).isEqualTo(value);
    }

    private static String address(MockEnvironment environment) {
        var application = new SpringApplication();
        new DemoMode().postProcessEnvironment(environment, application);
        new DemoAddress().postProcessEnvironment(environment, application);
        InetAddress address = Binder.get(environment)
                .bindOrCreate("server", ServerProperties.class)
                .getAddress();
        return address == null ? null : address.getHostAddress();
    }
}
