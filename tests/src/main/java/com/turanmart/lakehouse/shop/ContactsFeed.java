package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CRM's weekly export: a header made for people, another encoding from time to time, mixed ends of lines. */
record ContactsFeed(ShopPlan plan, Contacts contacts) implements Dataset {
    private static final String HEADER = "ContactID;Customer-No;FULL_NAME;E-Mail;Phone/mobile;PostalCode;City;"
            + "Consent:E-Mail;Consent:Phone;#Tickets;Last-Contact;Notes";
    private static final int COLUMNS = 12;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Charset> ENCODINGS =
            List.of(Charset.forName("windows-1251"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_8);

    ContactsFeed(ShopPlan plan, Customers customers) {
        this(plan, new Contacts(plan, customers));
    }

    @Override
    public String name() {
        return "crm/contacts";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        if (!contacts.exported(day).equals(day)) {
            return;
        }
        int export = contacts.exportsBefore(day) % ENCODINGS.size();
        try (LandingFile file = new LandingFile(folder.resolve("contacts-" + day + ".csv"), ENCODINGS.get(export))) {
            file.text((export == 0 ? "" : BYTE_ORDER_MARK) + HEADER + "\r\n");
            for (int number = 1; number <= contacts.highest(day); number++) {
                Optional<Contact> contact = contacts.at(number, day);
                if (contact.isPresent()) {
                    write(contact.get(), number, file);
                }
            }
            file.commit();
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        for (DirtKind kind : List.of(
                DirtKind.DUPLICATE_IN_FILE, DirtKind.TOO_FEW_FIELDS, DirtKind.TOO_MANY_FIELDS, DirtKind.WRONG_TYPE)) {
            rows.put(kind, contacts.exported(day).equals(day) ? dirtyRows() : 0);
        }
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new ContactsState(contacts));
    }

    private void write(Contact contact, int number, LandingFile file) throws IOException {
        String end = number % 3 == 0 ? "\n" : "\r\n";
        String yes = number % 2 == 0 ? "yes" : "Да";
        String no = number % 2 == 0 ? "no" : "Нет";
        String[] fields = {
            contact.id(),
            Integer.toString(contact.customer()),
            contact.name(),
            contact.email(),
            contact.phone(),
            contact.postalCode(),
            contact.city(),
            contact.byMail() ? yes : no,
            contact.byPhone() ? "1" : "0",
            Integer.toString(contact.openTickets()),
            contact.lastContact().toString(),
            quoted(contact.note())
        };
        file.text(String.join(";", fields) + end);
        // The first three are never deleted.
        if (number <= dirtyRows()) {
            file.text(String.join(";", fields) + end);
            fields[0] = "ghost-" + number;
            file.text(String.join(";", List.of(fields).subList(0, COLUMNS - 3)) + end);
            file.text(String.join(";", fields) + ";;" + end);
            fields[7] = "maybe";
            file.text(String.join(";", fields) + end);
        }
    }

    private long dirtyRows() {
        return Math.min(3, plan.dirt().rows());
    }

    private static String quoted(String note) {
        return note.matches("[^;\"\n]*") ? note : '"' + note.replace("\"", "\"\"") + '"';
    }
}
