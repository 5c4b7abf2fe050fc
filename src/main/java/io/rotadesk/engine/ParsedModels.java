package io.rotadesk.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Judges a model by what the engine has parsed, before anything of it is evaluated: so it does not matter by which spelling
 * of the file something got there. Also when a model of an earlier deployment is read again: one that got in before this
 * check was there does not run either.
 */
class ParsedModels extends AbstractBpmnParseListener {

    private final ModelBeans beans;
    private final ModelRefusal refusal;

    ParsedModels(ModelBeans beans, ModelRefusal refusal) {
        this.beans = beans;
        this.refusal = refusal;
    }

    @Override
    public void parseRootElement(Element rootElement, List<ProcessDefinitionEntity> processes) {
        refusal.of(processes.stream()
                .flatMap(process -> new ParsedModel(process, beans).findings().stream())
                .toList());
    }
}
