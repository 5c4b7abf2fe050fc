package io.rotadesk.web.desk;

import io.rotadesk.staff.rota.Contact;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the kind of a contact from the address of a page. */
@Component
class ContactKinds implements Converter<String, Contact.Kind> {

    @Override
    public Contact.Kind convert(String text) {
        return text.isBlank() ? null : Contact.Kind.of(text.strip());
    }
}
