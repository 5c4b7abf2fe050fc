package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.rotadesk.engine.UnitTasks.UnitTask;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A task is called by its name in the reader's language. */
class StepNamesTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Test
    void aTaskOfAnyProcessHasANameInTheReadersLanguage() {
        StepNames names = new StepNames(new EngineWording(CHINESE));

        assertThat(names.of(task("call-handling", "Task_RegisterCall", "填写来电登记表"), Locale.ENGLISH))
                .isEqualTo("Fill in the call register");
        assertThat(names.of(task("matter-handling", "Task_HandleMatter", "办理事项"), Locale.ENGLISH))
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(new StepNames(new EngineWording(Locale.ENGLISH))
                        .of(task("call-handling", "Task_RegisterCall", "Fill in the call register"), CHINESE))
                .isEqualTo("填写来电登记表");
    }

    @Test
    void theModelsOwnNameStandsInItsLanguageAndForAStepOfTheirOwn() {
        StepNames names = new StepNames(new EngineWording(CHINESE));

        assertThat(names.of(task("call-handling", "Task_RegisterCall", "登记"), CHINESE))
                .isEqualTo("登记");
        assertThat(names.of(task("call-handling", "Task_RegisterCall", "入册"), Locale.ENGLISH))
                .as("its owner has renamed it")
                .isEqualTo("入册");
        assertThat(names.inEachLanguage("call-handling", "Task_PickUpCall", "接听来电"))
                .containsOnly(entry("zh", "接听来电"), entry("en", "Pick up the call"));
        assertThat(names.of(task("own", "Task_Own", "自己的"), Locale.ENGLISH)).isEqualTo("自己的");
        assertThat(names.of(task("call-handling", "Task_RegisterCall", "登记"), Locale.FRENCH))
                .isEqualTo("登记");
    }

    private static UnitTask task(String process, String step, String name) {
        return new UnitTask("1", process, "key", step, name, null, Instant.EPOCH, null, 50, true);
    }
}
