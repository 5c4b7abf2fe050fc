package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import io.rotadesk.staff.unit.UnitKind;
import java.time.Duration;

/**
 * The time that an agent has for writing things down before the next turn. In seconds; 0 for none.
 *
 * @param wrapUpAfterCall from the moment at which the line is free
 * @param wrapUpAfterVisit from the see-off
 * @param wrapUpAfterPetition from the end of the reception
 */
@SettingsOfUnits(place = 15)
public record WrapUpSettings(
        @Setting(group = "wrapUp", usual = "30", least = 0, most = 3600)
        int wrapUpAfterCall,

        @Setting(group = "wrapUp", usual = "0", least = 0, most = 3600)
        int wrapUpAfterVisit,

        @Setting(group = "wrapUp", usual = "0", least = 0, most = 3600, in = UnitKind.PETITION)
        int wrapUpAfterPetition) {

    Duration after(Queue queue) {
        return Duration.ofSeconds(
                switch (queue) {
                    case CALL -> wrapUpAfterCall;
                    case VISIT, HELPER -> wrapUpAfterVisit;
                    case PETITION -> wrapUpAfterPetition;
                });
    }
}
