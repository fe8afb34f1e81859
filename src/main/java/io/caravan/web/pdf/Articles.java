package io.caravan.web.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.caravan.core.invoice.Article;
import java.util.Arrays;
import java.util.List;

/** The lines of the invoice, over as many pages as they need. */
final class Articles {

    private static final float SIZE = 8.5f;

    /** Rows that are put to paper together, so that thousands of them are never held at once. */
    private static final int PORTION = 100;

    private final List<Article> lines;
    private final Words words;
    private final List<Column> columns;

    Articles(List<Article> lines, Words words) {
        this.lines = lines;
        this.words = words;
        this.columns = Arrays.stream(Column.values())
                .filter(column -> lines.stream()
                        .anyMatch(article -> column.value(article, words).isPresent()))
                .toList();
    }

    void draw(Document document) {
        if (lines.isEmpty()) {
            return;
        }
        var table = Cells.table(widths());
        table.setHeaderRows(1);
        table.setComplete(false);
        table.setSpacingAfter(12);
        columns.forEach(column -> table.addCell(heading(column)));
        for (int i = 0; i < lines.size(); i++) {
            row(table, lines.get(i));
            if (i % PORTION == PORTION - 1) {
                document.add(table);
            }
        }
        table.setComplete(true);
        document.add(table);
    }

    private float[] widths() {
        var widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).width();
        }
        return widths;
    }

    private PdfPCell heading(Column column) {
        var label = words.label(column.label());
        var font = Fonts.bold(SIZE);
        return Cells.shaded(column.isNumber() ? Cells.right(label, font) : Cells.left(label, font));
    }

    private void row(PdfPTable table, Article article) {
        for (var column : columns) {
            var value = column.value(article, words).orElse("");
            var font = Fonts.plain(SIZE);
            table.addCell(Cells.underlined(column.isNumber() ? Cells.right(value, font) : Cells.left(value, font)));
        }
    }
}
