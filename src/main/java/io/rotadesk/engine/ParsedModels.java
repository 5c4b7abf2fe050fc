package io.rotadesk.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Checks a model as the engine has parsed it, before any of it is evaluated, so the spelling in the file does not
 * matter. It also runs when a model of an earlier deployment is read again: a model that was deployed before this check
 * existed does not run either.
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
