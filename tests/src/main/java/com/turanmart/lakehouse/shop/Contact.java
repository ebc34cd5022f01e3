package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** One person as the CRM knows them. */
record Contact(
        String id,
        int customer,
        String name,
        String email,
        String phone,
        String postalCode,
        String city,
        boolean byMail,
        boolean byPhone,
        int openTickets,
        LocalDate lastContact,
        String note) {}
