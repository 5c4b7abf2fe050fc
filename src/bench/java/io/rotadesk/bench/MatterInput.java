package io.rotadesk.bench;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The input of the staff for a matter that needs a plan, form by form. */
final class MatterInput {

    /** The place of the plan among the forms. */
    static final int PLAN = 2;

    private MatterInput() {}

    /**
     * Called, received, planned, handled, replied.
     *
     * @param now in the unit's time zone
     */
    static List<Map<String, Object>> forms(String phone, LocalDateTime now) {
        String toldAt = now.truncatedTo(ChronoUnit.MINUTES).toString();
        Map<String, Object> received = new HashMap<>(Map.of(
                "petitionerName", "李先生",
                "petitionerPhone", phone,
                "groupSize", 1,
                "destination", "town",
                "matter", "村口的路坏了，雨天没法走",
                "materials", "照片：路面的坑\n村民签名：二十户同意修",
                "category", "land",
                "purpose", "把路修好",
                "purposeConfirmed", true));
        received.putAll(Map.of("sameMatter", "no", "ownUnit", "yes", "grade", "ordinary", "settleNow", "no"));
        return List.of(
                Map.of("came", "yes"),
                received,
                Map.of(
                        "method",
                        "请建设管理所查看路面，列入本季度维修",
                        "deadline",
                        now.toLocalDate().plusDays(20).toString(),
                        "toldHow",
                        "inPerson",
                        "toldAt",
                        toldAt),
                Map.of("progress", "done", "result", "路面已经修好"),
                Map.of(
                        "reply",
                        "路面已经修好，请验看",
                        "toldHow",
                        "phone",
                        "toldAt",
                        toldAt,
                        "satisfied",
                        "yes",
                        "outcome",
                        "resolved"));
    }
}
