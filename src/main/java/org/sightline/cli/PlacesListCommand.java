package org.sightline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.sightline.geo.PlaceBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the place names that were added.")
final class PlacesListCommand extends Act {
    @Option(names = "--json", order = 1000, description = "As one JSON document.")
    boolean json;

    PlacesListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        List<PlaceBooks.Book> books = PlaceBooks.ofUser().list();
        if (json) {
            json(out -> {
                out.writeStartArray();
                for (PlaceBooks.Book book : books) {
                    write(out, book);
                }
                out.writeEndArray();
            });
        } else if (books.isEmpty()) {
            console.say("No place names were added yet; add a dump of GeoNames with \"sightline places add BY.zip\".");
        } else {
            print(books);
        }
        return Exit.DONE;
    }

    private void print(List<PlaceBooks.Book> books) {
        Table table = new Table(
                Table.text("Name"),
                Table.right("Places"),
                Table.right("Names"),
                Table.right("Size"),
                Table.left("Added"),
                Table.text("From"));
        for (PlaceBooks.Book book : books) {
            boolean sound = book.problem().isEmpty();
            table.row(
                    book.name(),
                    sound ? Amounts.number(book.places()) : "",
                    sound ? Amounts.number(book.names()) : "",
                    Amounts.bytes(book.bytes()),
                    sound ? Amounts.time(book.added()) : "",
                    book.problem().orElse(book.from()));
        }
        table.print(console.out(), console.terminalWidth());
    }

    static void write(JsonGenerator out, PlaceBooks.Book book) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", book.name());
        out.writeStringField("from", book.from());
        out.writeStringField("added", book.added().toString());
        out.writeNumberField("places", book.places());
        out.writeNumberField("names", book.names());
        out.writeNumberField("leftOut", book.leftOut());
        out.writeNumberField("bytes", book.bytes());
        out.writeStringField("licence", "CC BY 4.0, GeoNames");
        out.writeFieldName("problem");
        out.writeString(book.problem().orElse(null));
        out.writeEndObject();
    }
}
