package io.rotadesk.web.api.telephony;

import io.rotadesk.leasing.calllist.CallComparison;
import io.rotadesk.leasing.calllist.CallComparison.Compared;
import io.rotadesk.leasing.calllist.CallList;
import io.rotadesk.leasing.calllist.DifferenceKind;
import io.rotadesk.platform.input.ListText;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A phone system sends its own list of calls, every night for example, and it is compared with the register. */
@Tag(name = "Calls")
@RestController
class CallListController {

    private final CallComparison comparison;
    private final Units units;

    CallListController(CallComparison comparison, Units units) {
        this.comparison = comparison;
        this.units = units;
    }

    /** Compares; what differs is shown to the managers. The same list again adds nothing. 413: too long for a list. */
    @Operation(summary = "Compares the phone system's own list of calls, as CSV, with the register")
    @PostMapping(
            path = "/api/units/{unit}/call-list",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @PreAuthorize("@unitAccess.mayPhone(#unit)")
    ListAnswer compare(@PathVariable String unit, InputStream csv, Principal sender) throws IOException {
        CallList list = CallList.read(
                ListText.of(ListLimits.read(csv)), units.get(unit).settings().zone());
        Compared compared = comparison.compare(unit, list.calls(), sender.getName());
        return new ListAnswer(
                compared.listed(),
                compared.agreed(),
                compared.added(),
                compared.found().stream()
                        .map(one -> new Difference(one.kind(), one.at(), one.listedId()))
                        .toList(),
                list.unread().stream()
                        .map(one -> new UnreadRow(
                                one.line(),
                                one.column() == null ? null : one.column().name()))
                        .toList());
    }

    /**
     * What came of a list.
     *
     * @param added the number of differences that were not known
     * @param unread the lines that could not be read; the others were compared all the same
     */
    @Schema(name = "ComparedList")
    record ListAnswer(int listed, int agreed, int added, List<Difference> differences, List<UnreadRow> unread) {}

    /** @param callId as listed; null for a call that is not in the list, or has no id there */
    @Schema(name = "CallDifference")
    record Difference(DifferenceKind kind, Instant at, String callId) {}

    /**
     * @param line from 1; 0 for the file as a whole
     * @param column the column that is missing or cannot be read; null if the file is no list
     */
    @Schema(name = "UnreadRow")
    record UnreadRow(int line, String column) {}
}
