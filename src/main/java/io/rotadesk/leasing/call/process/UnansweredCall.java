package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.notice.TaskLink;
import io.rotadesk.staff.unit.Units;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;

/** Tells those who may give an unanswered call to somebody, and settles that when the task ends, in whatever way (L2.1). */
@ModelBean("unansweredCall")
class UnansweredCall implements TaskListener {

    private final Calls calls;
    private final Units units;
    private final Notices notices;
    private final CallWording wording;

    UnansweredCall(Calls calls, Units units, Notices notices, CallWording wording) {
        this.calls = calls;
        this.units = units;
        this.notices = notices;
        this.wording = wording;
    }

    @Override
    public void notify(DelegateTask task) {
        CallKey key = CallVariables.call(task);
        if (!EVENTNAME_CREATE.equals(task.getEventName())) {
            notices.settle(NoticeKind.CALL_UNANSWERED, key.unitId(), key.callId());
            return;
        }
        Call call = calls.get(key);
        notices.tell(
                NoticeKind.CALL_UNANSWERED,
                key.unitId(),
                task.getCandidates().stream()
                        .map(IdentityLink::getUserId)
                        .filter(login -> login != null)
                        .toList(),
                key.callId(),
                TaskLink.to(task.getId()),
                wording.lastDigits(call),
                units.get(key.unitId()).clock().time(call.receivedAt()));
    }
}
