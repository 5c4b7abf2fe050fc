package io.rotadesk.setup;

import io.rotadesk.customer.Customer;
import io.rotadesk.customer.Customers;
import io.rotadesk.customer.PhoneNumbers;
import io.rotadesk.roster.Units;
import io.rotadesk.setup.BadFieldsException.BadField;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's right to be forgotten, for administrators (docs/api.md). */
@RestController
@RequestMapping("/api/units/{unit}/customers")
@PreAuthorize("@unitAccess.isAdministrator()")
class CustomerController {

    private final Customers customers;
    private final Units units;
    private final MessageSource messages;

    CustomerController(Customers customers, Units units, MessageSource messages) {
        this.customers = customers;
        this.units = units;
        this.messages = messages;
    }

    /** The customers whom a number belongs to. */
    @GetMapping
    List<Customer> byPhone(@PathVariable String unit, @RequestParam String phone, Locale locale) {
        String number = PhoneNumbers.e164(phone)
                .orElseThrow(() -> new BadFieldsException(
                        List.of(new BadField("phone", messages.getMessage("setup.bad.phone", null, locale)))));
        return customers.byPhone(units.get(unit).id(), number);
    }

    /** Erases the customer in registers, questions and open tasks, for good. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String unit, @PathVariable long id) {
        customers.erase(units.get(unit).id(), id);
    }
}
