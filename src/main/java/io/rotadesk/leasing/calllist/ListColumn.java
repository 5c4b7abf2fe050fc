package io.rotadesk.leasing.calllist;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a list of calls, by the names that phone systems give them. Others are ignored. */
public enum ListColumn {
    ID("callid", "id", "uniqueid", "linkedid", "uuid", "通话id", "呼叫id", "话单号", "流水号", "通话编号"),
    FROM("from", "caller", "callernumber", "src", "source", "ani", "主叫", "主叫号码", "来电号码", "客户号码"),
    AT(
            "receivedat",
            "startedat",
            "start",
            "starttime",
            "calldate",
            "time",
            "date",
            "时间",
            "开始时间",
            "呼叫时间",
            "来电时间",
            "呼入时间"),
    EXTENSION("extension", "dst", "destination", "callee", "agentextension", "分机", "分机号", "被叫", "被叫号码", "被叫分机", "接听分机"),
    ANSWERED("answered", "disposition", "status", "result", "状态", "接听", "是否接听", "接听状态", "通话状态", "呼叫结果", "结果"),
    RANG_FOR("rangfor", "ringseconds", "ringtime", "ring", "ringduration", "振铃", "响铃", "振铃时长", "响铃时长", "振铃时间", "振铃秒数"),
    DIRECTION("direction", "type", "calltype", "方向", "呼叫方向", "呼叫类型", "类型");

    private final List<String> names;

    ListColumn(String... names) {
        this.names = List.of(names);
    }

    /** @param header in any case, with blanks, underscores or a unit in brackets */
    static Optional<ListColumn> of(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*\\)", "")
                .replaceAll("[\\s_.-]", "");
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }
}
