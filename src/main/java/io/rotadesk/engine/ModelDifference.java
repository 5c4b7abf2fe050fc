package io.rotadesk.engine;

import io.rotadesk.engine.ModelChange.Kind;
import io.rotadesk.engine.ModelFacts.ElementFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two versions of a model, element by element. What is invisible in the diagram counts like the rest. */
final class ModelDifference {

    private ModelDifference() {}

    static List<ModelChange> between(ModelKind kind, byte[] earlier, byte[] later) {
        Map<String, ElementFacts> before = ModelFacts.of(kind, earlier);
        Map<String, ElementFacts> after = ModelFacts.of(kind, later);
        List<ModelChange> changes = new ArrayList<>();
        after.forEach((id, now) -> {
            ElementFacts then = before.get(id);
            if (then == null) {
                changes.add(whole(Kind.ADDED, now));
            } else {
                changes.addAll(properties(then, now));
            }
        });
        before.forEach((id, then) -> {
            if (!after.containsKey(id)) {
                changes.add(whole(Kind.REMOVED, then));
            }
        });
        return changes;
    }

    private static List<ModelChange> properties(ElementFacts then, ElementFacts now) {
        List<ModelChange> changes = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(now.properties().keySet());
        names.addAll(then.properties().keySet());
        for (String name : names) {
            String was = then.properties().get(name);
            String is = now.properties().get(name);
            if (was == null ? is != null : !was.equals(is)) {
                changes.add(new ModelChange(Kind.CHANGED, now.id(), now.type(), now.label(), name, was, is));
            }
        }
        if (changes.isEmpty() && !then.place().toString().contentEquals(now.place())) {
            changes.add(whole(Kind.MOVED, now));
        }
        return changes;
    }

    private static ModelChange whole(Kind kind, ElementFacts element) {
        return new ModelChange(kind, element.id(), element.type(), element.label(), null, null, null);
    }
}
