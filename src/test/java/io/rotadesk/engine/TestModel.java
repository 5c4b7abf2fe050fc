package io.rotadesk.engine;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Models as people or attackers might write them: puts the frame of a BPMN or DMN file around a few lines. */
public final class TestModel {

    private static final AtomicInteger number = new AtomicInteger();

    private TestModel() {}

    public static String unique(String prefix) {
        return prefix + "-" + number.incrementAndGet();
    }

    /** @param elements of the process, without start and end: the first must have the id {@code A} */
    public static String process(String key, String elements) {
        return file("", """
                <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <bpmn:startEvent id="S" /><bpmn:sequenceFlow id="F1" sourceRef="S" targetRef="A" />
                  %s
                  <bpmn:sequenceFlow id="F2" sourceRef="A" targetRef="E" /><bpmn:endEvent id="E" />
                </bpmn:process>""".formatted(key, elements));
    }

    /** @param around elements beside the process, such as messages */
    public static String file(String around, String process) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:c="http://camunda.org/schema/1.0/bpmn"
                    xmlns:activiti="http://activiti.org/bpmn" xmlns:x="http://example.org/elsewhere"
                    id="D" targetNamespace="http://rotadesk.io/test">
                %s%s
                </bpmn:definitions>
                """.formatted(process, around);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param cell the cell of the only rule */
    static String decision(String key, String attributes, String input, String cell, String output) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="D" namespace="http://rotadesk.io/test">
                  <decision id="%s" name="D" camunda:historyTimeToLive="P1D">
                    <decisionTable id="T">
                      <input id="I"><inputExpression id="IE" typeRef="string" %s><text>%s</text></inputExpression></input>
                      <output id="O" name="answer" typeRef="string" />
                      <rule id="R"><inputEntry id="C"><text>%s</text></inputEntry>
                        <outputEntry id="OE"><text>%s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(key, attributes, input, cell, output);
    }
}
