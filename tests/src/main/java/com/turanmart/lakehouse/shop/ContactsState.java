package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** The contacts of the last export, without what names a person. */
record ContactsState(Contacts contacts) implements SilverState {

    @Override
    public String table() {
        return "silver.crm_contacts";
    }

    @Override
    public String columns() {
        return "contact_id,customer_id,postal_code,city,consent_email,consent_phone,open_tickets,last_contact_on";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        if (!day.equals(asOf)) {
            return;
        }
        LocalDate exported = contacts.exported(day);
        StateRow row = new StateRow();
        for (int number = 1; number <= contacts.highest(exported); number++) {
            contacts.at(number, exported)
                    .ifPresent(contact -> rows.take(row.start()
                            .value(contact.id())
                            .value(contact.customer())
                            .value(contact.postalCode())
                            .value(contact.city())
                            .value(contact.byMail())
                            .value(contact.byPhone())
                            .value(contact.openTickets())
                            .value(contact.lastContact())));
        }
    }
}
