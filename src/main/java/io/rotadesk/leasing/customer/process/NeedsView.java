package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.FormView;
import io.rotadesk.engine.models.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What a register form shows of the customer and of what they need: the same for calls and visits. All may be null.
 *
 * @param customerPhone as people read it
 * @param interests for a checklist
 * @param floorArea in square metres; a form shows only the engine's own types of numbers, and BigDecimal is not one of them
 * @param moveInDate as a date picker reads it
 * @param remarks the notes taken so far, to continue from
 */
@FormView.Entries(Fields.QUESTION_FOR_MANAGER)
public record NeedsView(
        Supplier<String> customerName,
        String customerPhone,
        String mediaSource,
        Supplier<SpinJsonNode> interests,
        Double floorArea,
        String tradeType,
        String budget,
        String moveInDate,
        Supplier<String> remarks)
        implements FormView {

    /** @param interests as the form's checklist sent it */
    public static Supplier<SpinJsonNode> checklist(String interests) {
        return () -> Spin.JSON(interests == null ? "[]" : interests);
    }

    public static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    public static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
