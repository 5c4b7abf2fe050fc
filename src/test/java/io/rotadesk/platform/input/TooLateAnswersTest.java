package io.rotadesk.platform.input;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.platform.register.WrongStateException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

/** A transition that a row does not allow is answered as a conflict, whoever asks and wherever it was found out. */
@RotaDeskTest
class TooLateAnswersTest {

    enum Light {
        RED,
        GREEN
    }

    @Controller
    static class Crossing {

        @GetMapping({"/api/cross", "/desk/cross"})
        String cross() {
            WrongStateException.unless("Light 1", "crossed", Light.RED, Light.GREEN);
            return "crossed";
        }
    }

    @Autowired
    InputRefusals refusals;

    private MockMvc web;

    @BeforeEach
    void aControllerThatIsTooLate() {
        web = MockMvcBuilders.standaloneSetup(new Crossing())
                .setControllerAdvice(refusals)
                .build();
    }

    @Test
    void aMachineReadsAConflict() throws Exception {
        web.perform(get("/api/cross").accept(MediaType.APPLICATION_JSON).locale(Locale.ENGLISH))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.title").value("This has changed meanwhile"));
        web.perform(get("/api/cross").accept(MediaType.APPLICATION_JSON).locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(jsonPath("$.title").value("情况刚才已有变化"));
    }

    @Test
    void aPersonSeesThePageForIt() throws Exception {
        web.perform(get("/desk/cross").accept(MediaType.TEXT_HTML))
                .andExpect(status().isConflict())
                .andExpect(view().name("error"))
                .andExpect(model().attribute("status", 409));
    }
}
