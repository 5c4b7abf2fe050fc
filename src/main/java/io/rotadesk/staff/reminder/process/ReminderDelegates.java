package io.rotadesk.staff.reminder.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.staff.notice.TaskNotices;
import io.rotadesk.staff.reminder.LateWork;
import io.rotadesk.staff.reminder.Reminders;
import io.rotadesk.staff.reminder.TaskReminded.Kind;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that models can name for a time limit of a user task. */
@Configuration(proxyBeanMethods = false)
class ReminderDelegates {

    /** Raises the task's priority; the assignee does not change. */
    @Bean
    @ModelBean("remind")
    Reminder remind(
            Reminders reminders,
            TaskNotices notices,
            ObjectProvider<LateWork> words,
            RepositoryService repository,
            OverdueTask overdue) {
        return new Reminder(Kind.REMINDED, unit -> List.of(), reminders, notices, words, repository, overdue);
    }

    /** Lets the unit's deputies do the task too (L3.7). */
    @Bean
    @ModelBean("tellDeputy")
    Reminder tellDeputy(
            Reminders reminders,
            TaskNotices notices,
            ObjectProvider<LateWork> words,
            RepositoryService repository,
            OverdueTask overdue,
            Units units) {
        return new Reminder(
                Kind.DEPUTY_TOLD, unit -> units.get(unit).deputies(), reminders, notices, words, repository, overdue);
    }

    /** Lets the unit's managers see the task and take it over. */
    @Bean
    @ModelBean("tellManager")
    Reminder tellManager(
            Reminders reminders,
            TaskNotices notices,
            ObjectProvider<LateWork> words,
            RepositoryService repository,
            OverdueTask overdue,
            Units units) {
        return new Reminder(
                Kind.MANAGER_TOLD, unit -> units.get(unit).managers(), reminders, notices, words, repository, overdue);
    }
}
