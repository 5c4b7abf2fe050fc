package io.rotadesk.staff.subject;

import io.rotadesk.staff.rota.Contact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks all modules whom a list of work is about. Does not ask who may know it: that is decided before. */
@Component
@Transactional(readOnly = true)
public class Subjects {

    private final List<SubjectSource> sources;

    Subjects(List<SubjectSource> sources) {
        this.sources = sources;
    }

    /** @return without work that no module knows */
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<Work, Subject> found = asked(works);
        Map<Contact, Work> origins = new HashMap<>();
        found.values().stream()
                .map(Subject::via)
                .filter(Objects::nonNull)
                .forEach(contact -> origin(contact).ifPresent(work -> origins.put(contact, work)));
        if (!origins.isEmpty()) {
            Map<Work, Subject> persons = asked(origins.values());
            found.replaceAll((work, subject) -> Optional.ofNullable(subject.via())
                    .map(origins::get)
                    .map(persons::get)
                    .map(subject::with)
                    .orElse(subject));
        }
        return found;
    }

    private Map<Work, Subject> asked(Collection<Work> works) {
        Map<Work, Subject> found = new HashMap<>();
        for (SubjectSource source : sources) {
            List<Work> its = works.stream()
                    .filter(work -> source.processes().contains(work.process()))
                    .distinct()
                    .toList();
            if (!its.isEmpty()) {
                found.putAll(source.of(its));
            }
        }
        return found;
    }

    private Optional<Work> origin(Contact contact) {
        return sources.stream().flatMap(source -> source.work(contact).stream()).findFirst();
    }
}
