package io.anteroom.clinic.billing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The state as its word in the database. */
@Converter
class InvoiceStateColumn implements AttributeConverter<InvoiceState, String> {

    @Override
    public String convertToDatabaseColumn(InvoiceState state) {
        return state.word();
    }

    @Override
    public InvoiceState convertToEntityAttribute(String word) {
        return InvoiceState.of(word);
    }
}
