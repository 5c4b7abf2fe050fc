package io.rotadesk.staff.duty.morning;

import io.rotadesk.engine.models.DailyDuty;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells lists of tasks which duty day is meant. */
@Component
class DutyDaySubjects implements SubjectSource {

    @Override
    public Set<String> processes() {
        return Set.of(DailyDuty.PROCESS);
    }

    /** The key of the process is the unit and the day. */
    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        return works.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        work -> Subject.thing(work.key().substring(work.key().lastIndexOf(':') + 1), "/desk/duty")));
    }
}
