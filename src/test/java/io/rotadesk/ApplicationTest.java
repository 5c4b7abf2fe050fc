package io.rotadesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@RotaDeskTest
class ApplicationTest {

    @Autowired
    TestRestTemplate http;

    @Test
    void healthAnswersWhenTheApplicationIsReady() {
        assertThat(http.getForEntity("/actuator/health", String.class).getBody())
                .contains("UP");
    }
}
