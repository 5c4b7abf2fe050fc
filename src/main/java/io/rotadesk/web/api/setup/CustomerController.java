package io.rotadesk.web.api.setup;

import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerMerge;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds, merges and erases records of customers, for administrators; people have the right to be erased (docs/api.md).
 */
@Tag(name = "Customers")
@RestController
@RequestMapping("/api/units/{unit}/customers")
@PreAuthorize("@unitAccess.isAdministrator()")
class CustomerController {

    /**
     * @param from the record that is merged into the one in the address
     * @param agent who keeps the customer; needed when both have an agent
     */
    record SentMerge(Long from, String agent) {}

    private final Customers customers;
    private final CustomerMerge merge;
    private final UnitAccess access;
    private final Units units;
    private final MessageSource messages;

    CustomerController(
            Customers customers, CustomerMerge merge, UnitAccess access, Units units, MessageSource messages) {
        this.customers = customers;
        this.merge = merge;
        this.access = access;
        this.units = units;
        this.messages = messages;
    }

    /** The customers to whom a number belongs. */
    @Operation(summary = "The customers to whom a number belongs")
    @GetMapping
    List<Customer> byPhone(@PathVariable String unit, @RequestParam String phone, Locale locale) {
        String number = PhoneNumbers.e164(phone, units.get(unit).settings().numbering())
                .orElseThrow(() -> new BadFieldsException(
                        List.of(new BadField("phone", messages.getMessage("setup.bad.phone", null, locale)))));
        return customers.byPhone(units.get(unit).id(), number);
    }

    /** Erases the customer in registers, questions and open tasks, for good. */
    @Operation(summary = "Erases a customer for good")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String unit, @PathVariable long id) {
        customers.erase(units.get(unit).id(), id);
    }

    /** Merges two records; answers with the one that remains. */
    @Operation(summary = "Merges two records and answers with the one that remains")
    @PostMapping("/{id}/merge")
    Customer merge(@PathVariable String unit, @PathVariable long id, @RequestBody SentMerge sent, Locale locale) {
        if (sent.from() == null || sent.from() == id) {
            throw bad("from", locale);
        }
        String by = access.user().orElseThrow().login();
        if (merge.merge(units.get(unit).id(), id, sent.from(), sent.agent(), by) == CustomerMerge.Result.AGENT_NEEDED) {
            throw bad("agent", locale);
        }
        return customers.find(id).orElseThrow();
    }

    private BadFieldsException bad(String field, Locale locale) {
        return new BadFieldsException(
                List.of(new BadField(field, messages.getMessage("setup.bad.merge." + field, null, locale))));
    }
}
