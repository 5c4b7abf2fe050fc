package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.customer.CallBackSettings;
import io.rotadesk.leasing.customer.ContactHistory;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.leasing.customer.PastContact;
import io.rotadesk.platform.phone.ClickToCall;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the form of {@code customer-follow-up.bpmn} shows, and its times: the bean {@code followUps} of models. */
@ModelBean("followUps")
public class FollowUpForms extends FollowUpFormsOfEarlierVersions {

    private static final int NOON = 12;

    private final FollowUps followUps;
    private final Customers customers;
    private final List<ContactHistory> registers;
    private final Units units;
    private final FollowUpWording texts;
    private final ClickToCall dialling;
    private final Clock clock;

    FollowUpForms(
            FollowUps followUps,
            Customers customers,
            List<ContactHistory> registers,
            Units units,
            FollowUpWording texts,
            ClickToCall dialling,
            Clock clock) {
        this.followUps = followUps;
        this.customers = customers;
        this.registers = registers;
        this.units = units;
        this.texts = texts;
        this.dialling = dialling;
        this.clock = clock;
    }

    /** The login of the customer's present agent. */
    public String agent(Long followUpId) {
        return customer(followUpId).agent();
    }

    /** The end of validity, to the second, at which the timer fires (L3.2e). */
    public Date validUntil(Long followUpId) {
        return Date.from(customer(followUpId).validUntil());
    }

    /**
     * Noon of the last valid day in the unit's time zone, so that half a day is left after the reminder. After a failed
     * try it is not before the unit's time for calling back. It is never after the end of validity.
     */
    public Date due(Long followUpId) {
        FollowUp followUp = followUps.get(followUpId);
        UnitSettings settings = units.get(followUp.unitId()).settings();
        Instant end = customer(followUpId).validUntil();
        Instant noon =
                lastDay(end, settings).atTime(NOON, 0).atZone(settings.zone()).toInstant();
        Instant next = followUp.tries() == 0
                ? noon
                : latest(
                        noon,
                        clock.instant()
                                .plus(settings.get(CallBackSettings.class).callBackTime()));
        return Date.from(next.isAfter(end) ? end : next);
    }

    @Override
    public FollowUpView followUp(Long followUpId) {
        FollowUp followUp = followUps.get(followUpId);
        Customer customer = customer(followUpId);
        return new FollowUpView(
                () -> customerToDial(customer),
                () -> validityLine(customer),
                () -> lastLine(customer),
                () -> triesLine(followUp));
    }

    @Override
    public String customerLine(Long followUpId) {
        Customer customer = customer(followUpId);
        return customerLine(name(customer), customer, PhoneNumbers::readable);
    }

    private FormMarkdown customerToDial(Customer customer) {
        return FormMarkdown.of(customerLine(
                FormMarkdown.text(name(customer)),
                customer,
                number -> FormMarkdown.phone(number, dialling).markdown()));
    }

    private String customerLine(String name, Customer customer, UnaryOperator<String> written) {
        String numbers = customers.numbers(customer.id()).stream().map(written).collect(Collectors.joining(" / "));
        return Stream.of(name, numbers).filter(part -> !part.isEmpty()).collect(Collectors.joining("　"));
    }

    private String name(Customer customer) {
        return customer.name() == null ? texts.get("followUp.nameless") : customer.name();
    }

    private String validityLine(Customer customer) {
        UnitSettings settings = units.get(customer.unitId()).settings();
        return texts.get(
                "followUp.validity", lastDay(customer.validUntil(), settings).toString());
    }

    private String lastLine(Customer customer) {
        return registers.stream()
                .flatMap(register -> register.of(customer.id(), null, 1).stream())
                .max(Comparator.comparing(PastContact::at))
                .map(last -> line(last, customer.unitId()))
                .orElseGet(() -> texts.get("followUp.noContact"));
    }

    private String triesLine(FollowUp followUp) {
        if (followUp.tries() == 0) {
            return texts.get("followUp.notTried");
        }
        String tried = texts.get("followUp.tried", followUp.tries(), at(followUp.triedAt(), followUp.unitId()));
        return followUp.remarks() == null ? tried : tried + "\n\n" + followUp.remarks();
    }

    private String line(PastContact contact, String unitId) {
        String when = texts.get("followUp.contact." + contact.kind(), at(contact.at(), unitId));
        return contact.note() == null ? when : when + "\n\n" + contact.note();
    }

    private Customer customer(Long followUpId) {
        return customers
                .find(followUps.get(followUpId).customerId())
                .orElseThrow(() -> new NoSuchElementException("Follow-up " + followUpId + " has no customer"));
    }

    private String at(Instant instant, String unitId) {
        return units.get(unitId).clock().dayAndTime(instant);
    }

    private static LocalDate lastDay(Instant end, UnitSettings settings) {
        return LocalDate.ofInstant(end, settings.zone()).minusDays(1);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
