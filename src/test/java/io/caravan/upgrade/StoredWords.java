package io.caravan.upgrade;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The enums whose names stand in rows, because stores read them from there; a name is a word. */
final class StoredWords {

    private StoredWords() {}

    /** By the names of their classes. */
    static Map<String, List<String>> ofToday() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.caravan.store")
                        .stream()
                        .flatMap(store -> Stream.concat(
                                store.getMethodCallsFromSelf().stream(), store.getMethodReferencesFromSelf().stream()))
                        .map(JavaAccess::getTarget)
                        .filter(target -> target.getName().equals("valueOf"))
                        .map(AccessTarget::getOwner)
                        .filter(JavaClass::isEnum)
                        .map(JavaClass::reflect)
                        .distinct()
                        .collect(Collectors.toMap(
                                Class::getName,
                                type -> Stream.of(type.getEnumConstants())
                                        .map(word -> ((Enum<?>) word).name())
                                        .toList(),
                                (one, same) -> one,
                                TreeMap::new));
    }

    static String written(Map<String, List<String>> words) {
        return words.entrySet().stream()
                .map(one -> one.getKey() + ": " + String.join(" ", one.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    static Map<String, List<String>> read(String text) {
        return text.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(" "))));
    }
}
