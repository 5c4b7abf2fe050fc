package io.rotadesk.web.desk.corrections;

import io.rotadesk.engine.TaskForms;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.web.desk.ChoiceWording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the fields of entries into words, and gives the page of an entry those that the form in force has. */
@Component
class EntryFields {

    private final TaskForms forms;
    private final Notes notes;
    private final Agents agents;
    private final ChoiceWording choices;
    private final MessageSource messages;

    EntryFields(TaskForms forms, Notes notes, Agents agents, ChoiceWording choices, MessageSource messages) {
        this.forms = forms;
        this.notes = notes;
        this.agents = agents;
        this.choices = choices;
        this.messages = messages;
    }

    /** Looks the form in force up, with the people for whom a note can be. */
    EntrySheet sheet(CorrectableEntry entry, Locale locale) {
        return new EntrySheet(
                entry,
                forms.of(entry.form().process(), entry.form().task()).orElse(null),
                entry.isNote() ? notes.colleagues(entry.unitId()) : Map.of(),
                this,
                locale);
    }

    String label(EntryField field, Locale locale) {
        return messages.getMessage("desk.correct.field." + field.key(), null, locale);
    }

    /** The name of a choice, as the page has it. @param label if the page has none */
    String choice(EntryField field, String value, String label, Locale locale) {
        return field.kind() == EntryField.Kind.COLLEAGUE
                ? agents.name(value)
                : messages.getMessage(field.wording() + value, null, label, locale);
    }

    /** The value of a field in an entry, as people read it; null for none. */
    String words(EntryField field, EntryText text, Locale locale) {
        if (field.kind() == EntryField.Kind.CHECKLIST) {
            // As it is kept: what cannot be read as a list is shown all the same.
            List<String> ticked = choices.of(field.wording(), text.needs().interests(), locale);
            return ticked.isEmpty() ? null : String.join("、", ticked);
        }
        Object value = field.of(text);
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case CHOICE, COLLEAGUE -> choice(field, (String) value, (String) value, locale);
            case NUMBER -> value + " ㎡";
            default -> value.toString();
        };
    }
}
