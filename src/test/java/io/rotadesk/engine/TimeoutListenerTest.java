package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rotadesk.RotaDeskTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A model may let a time on a task call a listener, and no more by it than by any other listener or timer. */
@RotaDeskTest
class TimeoutListenerTest {

    private static final String TIMER = "<bpmn:timerEventDefinition id='T%s'>%s</bpmn:timerEventDefinition>";
    private static final String LISTENER = "<camunda:taskListener event='timeout' %s>%s</camunda:taskListener>";

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:timeDate>${greeting.of('x')}</bpmn:timeDate>",
                "<bpmn:timeDate>2026-03-02T09:30:00</bpmn:timeDate>",
                "<bpmn:timeDuration>PT10M</bpmn:timeDuration>",
                "<bpmn:timeCycle>R3/PT10M</bpmn:timeCycle>",
                "<bpmn:timeCycle>0 0 9 * * ?</bpmn:timeCycle>",
            })
    void atATimeThatCanBeRead(String time) {
        assertThatNoException().isThrownBy(() -> deploy(listener("id='l' delegateExpression='${remind}'", time)));
    }

    @Test
    void severalOnOneTask() {
        String time = "<bpmn:timeDuration>PT10M</bpmn:timeDuration>";
        assertThatNoException()
                .isThrownBy(() -> deploy(listener("id='remind' delegateExpression='${remind}'", time)
                        + listener("id='tell' delegateExpression='${tellManager}'", time)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
                    timeDuration | 10 minutes                                | 无法识别
                    timeDuration | PT                                        | 无法识别
                    timeDuration | ${greeting.of('x')}                       | 无法识别
                    timeDate     | tomorrow                                  | 无法识别
                    timeDate     | ${''.getClass()}                          | 表达式
                    timeDate     | ${dataSource.connection}                  | 表达式
                    timeDate     | ${recordPickUp.execute(execution)}        | 表达式
                    timeDate     | ${greeting.of(nothingOfThisName)}         | 未知
                    timeCycle    | R/PT1S                                    | 太频繁
                    timeCycle    | R99999/2026-03-02T09:30:00/PT1M           | 无法识别
                    timeCycle    | * * * * * ?                               | 无法识别
                    """)
    void notAtATimeThatCannotBeReadOrComesTooOften(String kind, String time, String message) {
        assertThat(refused(listener(
                        "id='l' delegateExpression='${remind}'", "<bpmn:%s>%s</bpmn:%1$s>".formatted(kind, time))))
                .contains("，A：", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delegateExpression='${dataSource}'",
                "delegateExpression='${greeting}'",
                "delegateExpression='${findCaller}'",
                "delegateExpression='${noSuchBean}'",
                "delegateExpression='${remind.notify(task)}'",
                "expression='${remind.notify(task)}'",
                "expression='${dataSource.connection}'",
                "class='java.lang.Runtime'",
            })
    void onlyWhatListensToTasks(String listener) {
        assertThat(refused(listener("id='l' " + listener, "<bpmn:timeDuration>PT10M</bpmn:timeDuration>")))
                .contains("，A：");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delegateExpression='${remind}'",
                "id='' delegateExpression='${remind}'",
                "id='a$b' delegateExpression='${remind}'",
                "id='a~b' delegateExpression='${remind}'",
                "id='${remind}' delegateExpression='${remind}'",
            })
    void onlyByAnIdThatTheEngineFindsAgain(String listener) {
        assertThat(refused(listener(listener, "<bpmn:timeDuration>PT10M</bpmn:timeDuration>")))
                .contains("，A：", "事件为 timeout 的任务监听器");
    }

    @Test
    void notTwoWithOneId() {
        String twice = "id='remind' delegateExpression='${remind}'";
        String time = "<bpmn:timeDuration>PT10M</bpmn:timeDuration>";
        assertThat(refused(listener(twice, time) + listener(twice, time))).contains("事件为 timeout 的任务监听器");
        assertThat(refused(listener(twice, time) + listener(twice, time).replace("camunda:taskL", "activiti:taskL")))
                .isNotBlank();
    }

    @Test
    void notWithoutATime() {
        String listener = "id='l' delegateExpression='${remind}'";
        assertThat(refused(LISTENER.formatted(listener, ""))).contains("事件为 timeout 的任务监听器");
        assertThat(refused(listener(listener, ""))).contains("事件为 timeout 的任务监听器");
        assertThat(refused(listener(listener, "<bpmn:timeDate>2026-03-02T09:30:00</bpmn:timeDate>".repeat(2))))
                .contains("事件为 timeout 的任务监听器");
    }

    @Test
    void notWithAScript() {
        assertThat(refused(LISTENER.formatted(
                        "id='l'",
                        "<camunda:script scriptFormat='groovy'>1</camunda:script>"
                                + TIMER.formatted("1", "<bpmn:timeDuration>PT10M</bpmn:timeDuration>"))))
                .contains("不能使用脚本");
    }

    private static String listener(String attributes, String time) {
        return LISTENER.formatted(attributes, TIMER.formatted(TestModel.unique("T"), time));
    }

    private String refused(String listeners) {
        return catchThrowableOfType(RefusedException.class, () -> deploy(listeners))
                .getMessage();
    }

    private void deploy(String listeners) {
        String model = TestModel.process(TestModel.unique("p"), """
                <bpmn:userTask id='A' camunda:formRef='f' camunda:formRefBinding='deployment'>
                  <bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:userTask>""".formatted(listeners));
        repository
                .createDeployment()
                .addString("test.bpmn", model)
                .addString("f.form", "{\"id\": \"f\", \"type\": \"default\", \"components\": []}")
                .deploy();
    }
}
