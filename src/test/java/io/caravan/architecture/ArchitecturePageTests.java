package io.caravan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says about the code, and the code. */
class ArchitecturePageTests {

    private static final Pattern PACKAGE = Pattern.compile("^\\| `(\\w+)` \\|.*\\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern WORD = Pattern.compile("\\*\\*(\\w+)\\*\\*");

    @Test
    void theTableOfPackagesIsTheShapeThatIsChecked() throws IOException {
        var table = new TreeMap<String, Set<String>>();
        PACKAGE.matcher(section("Shape")).results().forEach(row -> table.put(row.group(1), names(row.group(2))));

        assertThat(table).isEqualTo(Shape.SEES);
    }

    @Test
    void everyWordIsTheNameOfATypeOfTheCore() throws IOException {
        var types = new ClassFileImporter()
                .importPackages("io.caravan.core").stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());

        var words = section("Words")
                .lines()
                .filter(line -> line.startsWith("| **"))
                .flatMap(row -> WORD.matcher(row).results().map(word -> word.group(1)))
                .toList();

        assertThat(words).hasSizeGreaterThan(10).allSatisfy(word -> assertThat(types)
                .containsAnyOf(
                        capitalized(word), capitalized(word) + "s", capitalized(word.replaceFirst("y$", "ies"))));
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String section(String title) throws IOException {
        var page = Files.readString(Path.of("docs/architecture.md"));
        return Stream.of(page.split("(?m)^## "))
                .filter(section -> section.startsWith(title))
                .findFirst()
                .orElseThrow();
    }
}
