package io.rotadesk.staff.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastDigitsTest {

    @Test
    void onlyTheLastDigitsOfANumberLeaveTheHouse() {
        assertThat(LastDigits.only("来电 +8613800001234，2026-03-02 09:00，分机 8001"))
                .isEqualTo("来电 …1234，2026-03-02 09:00，分机 8001");
        assertThat(LastDigits.only("13800001234")).isEqualTo("…1234");
    }
}
