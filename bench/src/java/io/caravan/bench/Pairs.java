package io.caravan.bench;

import io.caravan.bench.Finding.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Rounds of the service, each beside the round of the bare program that came right after it. Ratios are taken within a
 * pair, because the machine changes more over minutes than within seconds.
 */
final class Pairs<T> {

    private final List<T> service = new ArrayList<>();
    private final List<T> bare = new ArrayList<>();

    void add(T ofService, T ofBare) {
        service.add(ofService);
        bare.add(ofBare);
    }

    Finding finding(String path, String measure, String unit, ToDoubleFunction<T> figure) {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < service.size(); i++) {
            ratios.add(figure.applyAsDouble(service.get(i)) / figure.applyAsDouble(bare.get(i)));
        }
        return new Finding(
                path,
                measure,
                unit,
                median(values(service, figure)),
                Optional.of(new Comparison(
                        median(values(bare, figure)),
                        median(ratios),
                        ratios.stream().min(Double::compare).orElseThrow(),
                        ratios.stream().max(Double::compare).orElseThrow())),
                Optional.empty());
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static <T> List<Double> values(List<T> rounds, ToDoubleFunction<T> figure) {
        return rounds.stream().map(figure::applyAsDouble).toList();
    }
}
