package io.rotadesk.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Decides whether files may be deployed. Models may use only the model beans and their own variables, and need all
 * their forms; the server must be able to apply the rules of the forms. See {@code
 * docs/decisions/0004-models-are-checked-at-deployment.md}.
 */
@Component
class ModelCheck {

    private final ModelBeans beans;
    private final Contracts contracts;
    private final ObjectProvider<ProcessVariables> declared;

    ModelCheck(ModelBeans beans, Contracts contracts, ObjectProvider<ProcessVariables> declared) {
        this.beans = beans;
        this.contracts = contracts;
        this.declared = declared;
    }

    /**
     * @param files all files of a deployment by name
     * @return all findings; empty if the files may be deployed
     */
    List<ModelFinding> findings(Map<String, byte[]> files) {
        List<ModelFinding> findings = new ArrayList<>();
        List<ModelFile> models = new ArrayList<>();
        Map<String, JsonNode> forms = new LinkedHashMap<>();
        files.forEach((name, bytes) -> {
            if (ModelFile.isForm(name)) {
                readForm(name, bytes, forms, findings);
            } else if (ModelFile.isBpmn(name) || ModelFile.isDmn(name)) {
                readModel(name, bytes, models, findings);
            } else if (!name.matches("(?i).*\\.(png|svg|jpg|jpeg)")) {
                findings.add(new ModelFinding(name, "", "model.fileKind"));
            }
        });
        Set<String> formIds = new HashSet<>();
        Map<String, Set<String>> formFields = new HashMap<>();
        forms.forEach((name, schema) -> {
            new FormFileCheck(name, schema, Set.copyOf(beans.names()), findings).check();
            FormSchema form = FormSchema.of(schema);
            formIds.add(form.id());
            formFields.put(String.valueOf(form.id()), form.fields().keySet());
        });
        Set<String> definitions = new HashSet<>();
        models.forEach(model -> model.forEach(element -> {
            if (element.getLocalName().equals("process")
                    || element.getLocalName().equals("decision")) {
                definitions.add(element.getAttribute("id"));
            }
        }));
        for (ModelFile model : models) {
            if (model.isBpmn()) {
                Set<String> variables = variables(model);
                formFields.values().forEach(variables::addAll);
                new BpmnCheck(model, beans, contracts, readable(variables), formIds, definitions, findings).check();
                new ShownOnlyCheck(model, beans, formFields, this::declared, findings).check();
            } else {
                new DmnCheck(model, beans, contracts, findings).check();
            }
        }
        return findings;
    }

    private static void readForm(String name, byte[] bytes, Map<String, JsonNode> forms, List<ModelFinding> findings) {
        try {
            forms.put(name, FormFile.read(bytes));
        } catch (JsonProcessingException e) {
            findings.add(new ModelFinding(name, "", "model.unreadable", e.getOriginalMessage()));
        } catch (IOException e) {
            findings.add(new ModelFinding(name, "", "model.unreadable", e.getMessage()));
        }
    }

    private static void readModel(String name, byte[] bytes, List<ModelFile> models, List<ModelFinding> findings) {
        try {
            ModelFile model = ModelFile.parse(name, bytes);
            OtherTools.engine(model)
                    .ifPresentOrElse(
                            engine -> findings.add(new ModelFinding(name, "", "model.otherEngine", engine)),
                            () -> models.add(model));
        } catch (IOException e) {
            findings.add(new ModelFinding(name, "", "model.unreadable", e.getMessage()));
        }
    }

    /** The declared variables of the file's processes, and the variables that the model itself names. */
    private Set<String> variables(ModelFile model) {
        Set<String> variables = new HashSet<>();
        model.forEach(element -> {
            if (element.getLocalName().equals("process")) {
                variables.addAll(declared(element.getAttribute("id")));
            }
            ModelFile.attributes(element).stream()
                    .filter(attribute -> BpmnVocabulary.namesVariable(element, attribute))
                    .forEach(attribute -> variables.add(attribute.getValue()));
        });
        return variables;
    }

    private Set<String> declared(String processDefinitionKey) {
        Set<String> names = new HashSet<>();
        declared.stream()
                .filter(process -> process.processDefinitionKey().equals(processDefinitionKey))
                .forEach(process -> names.addAll(process.names()));
        return names;
    }

    /**
     * Whether an expression may read the variable. A name that has a meaning to the engine must not come from the
     * model.
     */
    private Predicate<String> readable(Set<String> variables) {
        return name -> ReservedNames.LOOP_VARIABLES.contains(name)
                || variables.contains(name) && ReservedNames.isFree(name, beans);
    }
}
