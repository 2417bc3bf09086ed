package weka.classifiers.functions.backprop.fuzz;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import weka.classifiers.functions.backprop.fuzz.Column.Type;
import weka.classifiers.functions.backprop.fuzz.Column.Values;

/** Draws data sets. What comes first in a list is the simplest, to which jqwik shrinks a case that fails. */
final class RandomData {

  private static final int MOST_ROWS = 40;
  private static final int DRAWS_IN_A_ROW = 6;

  private RandomData() {
  }

  /** Anything that a user may come up with, for the scheme of a nominal or of a numeric class. */
  static Arbitrary<DataSet> any(boolean nominalClass) {
    Arbitrary<Column> suitable = Combinators.combine(
        nominalClass ? Arbitraries.just(Type.NOMINAL) : mostly(Type.NUMERIC, List.of(Type.DATE)), values(),
        Arbitraries.of(2, 3, 2, 3, 5, 1, 40, 0), missing()).as(Column::new);
    Arbitrary<Column> unsuitable = Combinators.combine(Arbitraries.of(Type.class), values(),
        Arbitraries.of(2, 3), missing()).as(Column::new);
    Arbitrary<Column> classColumn = Arbitraries.frequencyOf(Tuple.of(30, suitable), Tuple.of(1, unsuitable));
    Arbitrary<Column> attribute = Combinators.combine(
        Arbitraries.frequency(Tuple.of(60, Type.NUMERIC), Tuple.of(40, Type.NOMINAL), Tuple.of(10, Type.DATE),
            Tuple.of(1, Type.STRING), Tuple.of(1, Type.RELATIONAL)),
        values(), Arbitraries.of(2, 3, 1, 0, 10, 300), missing()).as(Column::new);
    Arbitrary<String> weight = Arbitraries.frequency(Tuple.of(60, "1"), Tuple.of(10, "0.5"), Tuple.of(10, "2.0"),
        Tuple.of(10, "0.0"), Tuple.of(3, "1.0E300"), Tuple.of(3, "1.0E-310"));
    Arbitrary<String> rareWeight = Arbitraries.of("1", "-1.0", "Infinity", "1.7E308");
    return dataSets(classColumn, attribute, 8, rows(0, Arbitraries.frequencyOf(Tuple.of(200, weight),
        Tuple.of(1, rareWeight))), Arbitraries.frequency(Tuple.of(40, true), Tuple.of(1, false)));
  }

  /** Data without absurdities, that every scheme learns something from. */
  static Arbitrary<DataSet> sane(boolean nominalClass) {
    Arbitrary<Values> values = Arbitraries.of(Values.ORDINARY, Values.INTEGERS);
    Arbitrary<Column> classColumn = Combinators.combine(Arbitraries.of(nominalClass ? Type.NOMINAL : Type.NUMERIC),
        values, Arbitraries.of(2, 3, 5), Arbitraries.just(0)).as(Column::new);
    Arbitrary<Column> attribute = Combinators.combine(Arbitraries.of(Type.NUMERIC, Type.NOMINAL, Type.DATE), values,
        Arbitraries.of(2, 3, 10), Arbitraries.of(0, 5)).as(Column::new);
    return dataSets(classColumn, attribute, 8, rows(10, Arbitraries.of("1", "0.5", "2.0")), Arbitraries.just(true));
  }

  private static Arbitrary<DataSet> dataSets(Arbitrary<Column> classColumn, Arbitrary<Column> attribute, int most,
      Arbitrary<List<DataSet.Row>> rows, Arbitrary<Boolean> hasClass) {
    Arbitrary<List<Column>> few = attribute.list().ofMaxSize(most);
    Arbitrary<List<Column>> many = attribute.list().ofMaxSize(5 * most);
    return Combinators.combine(classColumn, Arbitraries.frequencyOf(Tuple.of(9, few), Tuple.of(1, many)),
        Arbitraries.integers().between(0, most), mostly(0, List.of(80, 97)), rows, hasClass)
        .as((column, others, place, zeros, instances, given) -> {
          List<Column> columns = new ArrayList<>(others);
          int classIndex = Math.min(place, others.size());
          columns.add(classIndex, column);
          return new DataSet(columns, given ? classIndex : -1, zeros, instances);
        });
  }

  private static Arbitrary<List<DataSet.Row>> rows(int least, Arbitrary<String> weight) {
    Arbitrary<List<Integer>> draws = Arbitraries.integers().between(0, DataSet.DRAWS - 1)
        .withDistribution(RandomDistribution.uniform()).list().ofSize(DRAWS_IN_A_ROW);
    return Combinators.combine(weight, Arbitraries.of(false, true), draws).as(DataSet.Row::new)
        .list().ofMinSize(least).ofMaxSize(MOST_ROWS).withSizeDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<Values> values() {
    return Arbitraries.frequency(Tuple.of(20, Values.INTEGERS), Tuple.of(40, Values.ORDINARY),
        Tuple.of(5, Values.CONSTANT), Tuple.of(8, Values.FAR_FROM_ZERO), Tuple.of(8, Values.HUGE),
        Tuple.of(8, Values.TINY), Tuple.of(8, Values.EXTREME), Tuple.of(1, Values.INFINITE_AT_TIMES));
  }

  private static Arbitrary<Integer> missing() {
    return Arbitraries.frequency(Tuple.of(10, 0), Tuple.of(5, 10), Tuple.of(2, 60), Tuple.of(1, 100));
  }

  /** Mostly the first, now and then one of the others. */
  private static <T> Arbitrary<T> mostly(T usual, List<T> others) {
    return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(usual)), Tuple.of(1, Arbitraries.of(others)));
  }
}
