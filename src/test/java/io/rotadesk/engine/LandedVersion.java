package io.rotadesk.engine;

import java.nio.file.Path;
import java.util.Map;

/** A version of the application whose instances are under way when it is upgraded. */
public enum LandedVersion {
    ONE_PLANE("one-plane", Map.of()),
    SEVERAL_PLANES(
            "several-planes",
            Map.of(
                    "Event_ReturnOverdue", "Task_ReturnMissedCall.tellManager",
                    "Event_CallBackDue", "Task_CallBack.remind",
                    "Event_RegisterReminder", "Task_RegisterVisit.remind",
                    "Event_RegisterOverdue", "Task_RegisterVisit.tellManager",
                    "Event_HandBackReminder", "Task_HandBack.remind"));

    private final String folder;
    private final Map<String, String> reminders;

    LandedVersion(String folder, Map<String, String> reminders) {
        this.folder = folder;
        this.reminders = reminders;
    }

    /**
     * The name that a timer has in this version: reminders were events at first, and are listeners of their task since.
     *
     * @param first its name in the first version
     */
    public String timer(String first) {
        return reminders.getOrDefault(first, first);
    }

    Path folder() {
        return Path.of("src/test/resources/landed", folder);
    }
}
